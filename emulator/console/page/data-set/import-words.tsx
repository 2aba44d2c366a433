import type { ImportReport } from '../../api/import';
import { countInWords } from '../words';

/** What an import did, would do, or why it cannot. */
export function ImportWords({ report }: { readonly report: ImportReport }) {
  const { isImported, collections, problems, problemCount } = report;
  return (
    <div className="import-report">
      {problemCount > 0 ? (
        <p className="trouble" role="alert">
          有 {countInWords(problemCount)} 行不能导入，什么也没有写。
        </p>
      ) : (
        <p className="fine" role="status">
          {isImported ? '已导入。' : '可以导入，还什么都没有写。'}
        </p>
      )}
      {problems.length > 0 && (
        <ul className="plain-list">
          {problems.map(({ line, reason }) => (
            <li key={line}>
              第 {countInWords(line)} 行：{reason}
            </li>
          ))}
          {problemCount > problems.length && <li>还有 {countInWords(problemCount - problems.length)} 行</li>}
        </ul>
      )}
      {problemCount === 0 && (
        <div className="table-frame" tabIndex={0} role="region" aria-label="导入的集合">
          <table>
            <thead>
              <tr>
                <th scope="col">集合</th>
                <th scope="col" className="number">
                  原有
                </th>
                <th scope="col" className="number">
                  导入
                </th>
                <th scope="col" className="number">
                  之后
                </th>
                <th scope="col">说明</th>
              </tr>
            </thead>
            <tbody>
              {collections.map(({ name, isNew, before, added, after, hasOtherIndexes }) => (
                <tr key={name}>
                  <td>{name}</td>
                  <td className="number">{countInWords(before)}</td>
                  <td className="number">{countInWords(added)}</td>
                  <td className="number">{countInWords(after)}</td>
                  <td>{isNew ? '新建的集合，连同索引' : hasOtherIndexes ? '索引与文件里的不同，用这里的' : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

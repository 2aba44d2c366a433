import { useState } from 'react';
import type { StoredFile } from '../../../storage/files';
import { addressOf, send } from '../ask';
import { useAsked } from '../asked';
import { useAct } from '../parts/act';
import { ActWords } from '../parts/act-words';
import { AskedTwice } from '../parts/asked-twice';
import { CopyButton } from '../parts/copy-button';
import { Empty, Shown } from '../parts/shown';
import { bytesInWords, timeOf } from '../words';
import { UploadForm } from './upload-form';

const MOST_LISTED = 1000;

/** The cloud storage: what lies there, a picture at a glance, a file in and out. */
export function FilesPage() {
  const [typed, setTyped] = useState('');
  const [prefix, setPrefix] = useState('');
  const asking = useAsked<readonly StoredFile[]>(`/files?prefix=${encodeURIComponent(prefix)}`);
  const { act, run } = useAct();
  const onRemove = (file: StoredFile): void =>
    run(async () => {
      await send('/files/remove', { fileId: file.fileId });
      asking.again();
      return `已删除 ${file.path}`;
    });
  return (
    <>
      <header className="page-head">
        <h1>文件</h1>
      </header>
      <UploadForm onUploaded={asking.again} />
      <section>
        <h2>已有的文件</h2>
        <form
          className="search"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            setPrefix(typed.trim());
            asking.again();
          }}
        >
          <label className="grow">
            路径的开头
            <input
              className="code"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              spellCheck={false}
            />
          </label>
          <button type="submit">查找文件</button>
        </form>
        <ActWords act={act} />
        <Shown asking={asking}>
          {(files) =>
            files.length === 0 ? (
              <Empty>{prefix === '' ? '还没有文件。' : `没有以 ${prefix} 开头的文件。`}</Empty>
            ) : (
              <>
                {files.length >= MOST_LISTED && (
                  <p className="quiet">只列出前 {MOST_LISTED} 个，请用路径的开头缩小范围。</p>
                )}
                <ul className="file-list">
                  {files.map((file) => (
                    <FileRow key={`${file.fileId} ${file.savedAt}`} file={file} onRemove={() => onRemove(file)} />
                  ))}
                </ul>
              </>
            )
          }
        </Shown>
      </section>
    </>
  );
}

function FileRow({ file, onRemove }: { readonly file: StoredFile; readonly onRemove: () => void }) {
  const [isShown, setShown] = useState(false);
  const address = addressOf(`/files/content?id=${encodeURIComponent(file.fileId)}`);
  const isPicture = /^image\/(png|jpeg|gif|webp|bmp)\b/.test(file.contentType);
  return (
    <li>
      <div className="file">
        <div className="grow">
          <code>{file.path}</code>
          <small>
            {bytesInWords(file.bytes)} · {file.contentType} · {timeOf(file.savedAt)}
          </small>
        </div>
        {isPicture && (
          <button type="button" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? '收起' : '预览'}
          </button>
        )}
        <a className="button" href={address} download={file.path.slice(file.path.lastIndexOf('/') + 1)}>
          下载
        </a>
        <CopyButton text={file.fileId} label="复制 fileID" />
        <AskedTwice label="删除" question={`删除 ${file.path}？`} confirm="删除文件" onConfirm={onRemove} />
      </div>
      {isShown && <img src={address} alt={`${file.path} 的预览`} />}
    </li>
  );
}

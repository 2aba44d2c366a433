import type { ListedCollection } from '../../api/collections';
import { useAsked } from '../asked';
import { ExportForm } from './export-form';
import { ImportForm } from './import-form';

/** All data as one file, and back. */
export function DataSetPage() {
  const collections = useAsked<readonly ListedCollection[]>('/collections');
  return (
    <>
      <header className="page-head">
        <h1>导入导出</h1>
      </header>
      <ExportForm asking={collections} />
      <ImportForm onImported={collections.again} />
    </>
  );
}

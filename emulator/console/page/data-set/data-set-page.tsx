import { ExportForm } from './export-form';
import { ImportForm } from './import-form';

/** All data as one file, and back. */
export function DataSetPage() {
  return (
    <>
      <header className="page-head">
        <h1>导入导出</h1>
      </header>
      <ExportForm />
      <ImportForm />
    </>
  );
}

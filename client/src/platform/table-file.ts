/** A file that somebody chose, as it lies on the disk. */
export type ChosenFile = { readonly name: string; readonly bytes: ArrayBuffer };

/** Asks for a table; null when none was chosen. Only at a desk: a mini-program has no such page. */
export function chooseTable(): Promise<ChosenFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.csv,.txt,text/csv,text/plain';
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) resolve(null);
      else void file.arrayBuffer().then((bytes) => resolve({ name: file.name, bytes }));
    });
    input.click();
  });
}

/** Whether a table can be put where one finds it again. */
export const keepsFiles: boolean = true;

/** Hands a table over as a file. */
export function keepTable(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

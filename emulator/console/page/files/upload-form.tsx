import { useRef, useState } from 'react';
import type { StoredFile } from '../../../storage/files';
import { sendFile } from '../ask';
import { useAct } from '../parts/act';
import { ActWords } from '../parts/act-words';

export function UploadForm({ onUploaded }: { readonly onUploaded: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [path, setPath] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const { act, run } = useAct();
  const onUpload = (): void =>
    run(async () => {
      if (file === null) return undefined;
      const query = new URLSearchParams({ path: path.trim(), type: file.type });
      const stored = await sendFile<StoredFile>(`/files/put?${query}`, file, 'application/octet-stream');
      setFile(null);
      setPath('');
      if (chooser.current !== null) chooser.current.value = '';
      onUploaded();
      return `已上传 ${stored.path}`;
    });
  return (
    <section>
      <h2>上传</h2>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          onUpload();
        }}
      >
        <label>
          文件
          <input
            type="file"
            ref={chooser}
            onChange={(event) => {
              const chosen = event.target.files?.[0] ?? null;
              setFile(chosen);
              if (chosen !== null) setPath(chosen.name);
            }}
          />
        </label>
        <label className="grow">
          存到路径
          <input
            className="code"
            value={path}
            placeholder="pictures/cover.png"
            onChange={(event) => setPath(event.target.value)}
            spellCheck={false}
          />
        </label>
        <button
          type="submit"
          className="primary"
          disabled={file === null || path.trim() === '' || act.at === 'sending'}
        >
          {act.at === 'sending' ? '正在上传……' : '上传'}
        </button>
      </form>
      <ActWords act={act} />
    </section>
  );
}

/** A file of the cloud storage, as its list shows it. */
export type StoredFile = {
  /** `cloud://local-env.…/path`, what the SDK calls fileID. */
  readonly fileId: string;
  readonly path: string;
  readonly bytes: number;
  readonly contentType: string;
  readonly savedAt: string;
};

/** The cloud storage: files by path, under one directory on disk. */
export type Files = {
  put(path: string, content: Uint8Array, contentType: string): Promise<StoredFile>;
  /** `undefined` where there is no such file. */
  read(fileId: string): Promise<Uint8Array | undefined>;
  remove(fileId: string): Promise<boolean>;
  /** By path, at most a thousand, those whose path begins so. */
  list(prefix: string): Promise<readonly StoredFile[]>;
  clear(): Promise<void>;
};

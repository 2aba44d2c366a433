/** The emulator said no, or said nothing; the message is for people. A class, to be told from a fault of the page. */
class AskError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
    this.name = 'AskError';
  }
}

const API = '/emulator/api';

export function addressOf(path: string): string {
  return `${API}${path}`;
}

export function ask<Answer>(path: string): Promise<Answer> {
  return answerTo<Answer>(path, {});
}

export function send<Answer = unknown>(path: string, fields: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  return answerTo<Answer>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
}

/** Sends a file as it lies on disk, without reading it into the page. */
export function sendFile<Answer>(path: string, file: Blob, contentType: string): Promise<Answer> {
  return answerTo<Answer>(path, { method: 'POST', headers: { 'content-type': contentType }, body: file });
}

async function answerTo<Answer>(path: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(addressOf(path), request).catch(() => {
    throw new AskError('连不上本地云，它可能已经停下', 0);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as Answer;
  const said = typeof answer === 'object' && answer !== null && 'message' in answer ? answer.message : undefined;
  throw new AskError(typeof said === 'string' ? said : `本地云回答了 ${response.status}`, response.status);
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

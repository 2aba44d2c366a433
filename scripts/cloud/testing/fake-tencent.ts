import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeAnswer, FakeState } from './fake-actions';
import { ApiError, answerAction } from './fake-actions';

/** What is behind the fake: documents go on to the emulator, calls go to functions. */
export type Behind = {
  readonly documentsAddress: string;
  invoke(name: string, message: unknown): Promise<unknown>;
};

export type FakeTencent = {
  readonly address: string;
  /** Actions in the order they were asked for, with what was sent. */
  readonly asked: readonly { readonly action: string; readonly fields: FakeAnswer }[];
  stop(): Promise<void>;
};

/**
 * Tencent's management interface and the database's address, as the unmodified packages call them: `/tcb` and `/scf`
 * take signed actions, `/admin` takes what the functions' SDK sends.
 */
export async function startFakeTencent(state: FakeState, behind: Behind): Promise<FakeTencent> {
  const asked: { action: string; fields: FakeAnswer }[] = [];

  const answerManagement = async (request: IncomingMessage, text: string): Promise<unknown> => {
    const action = String(request.headers['x-tc-action']);
    const fields = JSON.parse(text) as FakeAnswer;
    asked.push({ action, fields });
    if (!/^TC3-HMAC-SHA256 Credential=AKIDtest\//.test(request.headers.authorization ?? ''))
      return refusal(new ApiError('AuthFailure.SignatureFailure', 'The signature is not ours.'));
    try {
      return { Response: { ...(await answerAction(state, behind, action, fields)), RequestId: 'request-1' } };
    } catch (error) {
      if (error instanceof ApiError) return refusal(error);
      throw error;
    }
  };

  const answerDocuments = async (text: string, url: string): Promise<unknown> => {
    const { collectionName, action } = JSON.parse(text) as { collectionName: string; action: string };
    asked.push({ action, fields: { collectionName } });
    const collection = state.collections.get(collectionName);
    const isWriting = action !== 'database.getDocument';
    if (collection !== undefined && isWriting && collection.refusesWrites > 0) {
      collection.refusesWrites -= 1;
      return notThere(collectionName);
    }
    if (collection === undefined) return notThere(collectionName);
    const answer = await fetch(`${behind.documentsAddress}/admin${url.slice(url.indexOf('?'))}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
    });
    return answer.json();
  };

  const server = createServer((request, response) => {
    void read(request)
      .then((text) => {
        const url = request.url ?? '';
        return url.startsWith('/admin') ? answerDocuments(text, url) : answerManagement(request, text);
      })
      .then((answer) => send(response, 200, answer))
      .catch((error: unknown) => send(response, 500, { error: String(error) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const refusal = ({ code, message }: ApiError) => ({
  Response: { Error: { Code: code, Message: message }, RequestId: 'request-1' },
});

const notThere = (collection: string) => ({
  code: 'DATABASE_COLLECTION_NOT_EXIST',
  message: `Db or Table not exist: ${collection}`,
  requestId: 'request-1',
});

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, answer: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
}

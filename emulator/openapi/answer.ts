/** The arguments of a call, with WeChat's names (`template_id`), as JSON or as media. */
export type ApiRequest = Readonly<Record<string, unknown>>;

/** A picture, sound or film that is sent along. */
type Media = { readonly contentType: string; readonly filename: string; readonly value: Uint8Array };

/** What WeChat answers: JSON with an `errcode`, or the bytes of a picture. */
export type ApiAnswer =
  | { readonly json: Readonly<Record<string, unknown>> & { readonly errcode: number; readonly errmsg: string } }
  | { readonly contentType: string; readonly bytes: Uint8Array };

/** What a rule may know beside the request. */
export type RuleWorld = {
  readonly now: Date;
  /** Whether this person wants nothing sent, see outbox.ts. */
  readonly refuses: (openid: string) => boolean;
};

/** What WeChat makes of one call. It decides only; whoever asked it keeps the record. */
export type Rule = (request: ApiRequest, world: RuleWorld) => ApiAnswer;

export function ok(fields: Readonly<Record<string, unknown>> = {}): ApiAnswer {
  return { json: { errcode: 0, errmsg: 'ok', ...fields } };
}

export function fail(errcode: number, errmsg: string): ApiAnswer {
  return { json: { errcode, errmsg } };
}

/** A text argument; empty when it is missing or something else. */
export function textIn(request: ApiRequest, field: string): string {
  const value = request[field];
  return typeof value === 'string' ? value : '';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isMedia(value: unknown): value is Media {
  return isRecord(value) && value['value'] instanceof Uint8Array && typeof value['contentType'] === 'string';
}

/** Whether a value is one of a few words. */
export function isOneOf(value: unknown, words: readonly string[]): boolean {
  return typeof value === 'string' && words.includes(value);
}

/** The form of every openid that the emulator gives. */
export function isOpenid(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
}

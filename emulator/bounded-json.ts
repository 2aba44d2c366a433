/**
 * No request nests deeper. MongoDB lets its own go 200 levels deep, and EJSON writes the last of them with up to two
 * more; what lies around them in a request of the SDK is three. Far more than that blocks this process for seconds
 * before JSON.parse is through with it.
 */
export const MOST_JSON_LEVELS = 256;

/** So little text is parsed sooner than looked through, whatever it holds. Characters. */
const SHORT = 8_192;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** As much of a text as is looked at here. */
type Characters = { readonly length: number; charCodeAt(at: number): number };

/** JSON.parse for what comes from outside. @throws SyntaxError for what is no JSON, or nests too deeply */
export function parseBounded(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError(`the JSON nests deeper than ${MOST_JSON_LEVELS} levels`);
  return JSON.parse(text);
}

/** Whether a text that may be JSON would cost more to parse than its length is worth. */
export function isTooDeep(text: string): boolean {
  return text.length > SHORT && nestsDeeper(text, MOST_JSON_LEVELS);
}

/** Looks at each character at most once, and at none behind the bracket that is one too many. */
export function nestsDeeper(text: Characters, levels: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) at = endOfString(text, at);
    else if (character === 0x5b || character === 0x7b) {
      depth += 1;
      if (depth > levels) return true;
    } else if (character === 0x5d || character === 0x7d) depth -= 1;
  }
  return false;
}

function endOfString(text: Characters, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) return at;
    if (character === BACKSLASH) at += 1;
  }
  return text.length;
}

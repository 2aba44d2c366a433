/** Whether the phone can read a code with its camera; where it cannot, the page offers typing. */
export const canScan: boolean = false;

/** Whether WeChat can hand over the phone's number (ui/phone-button.tsx). */
export const canReadMobile: boolean = false;

/** @returns what the code says, or null when nothing was read */
export const scan = (): Promise<string | null> => Promise.resolve(null);

/** @returns whether it is on the clipboard now */
export async function copyText(text: string): Promise<boolean> {
  try {
    const { clipboard } = navigator as { clipboard?: Clipboard };
    if (clipboard === undefined) return copySelected(text);
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The old way, for browsers that lack the other, as all do over plain http. Taro's brings 23 KB into every page. */
function copySelected(text: string): boolean {
  const { activeElement: before } = document;
  const line = document.createElement('textarea');
  line.value = text;
  line.readOnly = true;
  line.style.position = 'fixed';
  line.style.opacity = '0';
  document.body.append(line);
  line.focus({ preventScroll: true });
  line.setSelectionRange(0, text.length);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated in favour of what is missing here
  const copied = document.execCommand('copy');
  line.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}

/** Offers a text as a file to keep. @returns how it was handed over */
export function handOverFile(
  fileName: string,
  text: string,
  type = 'application/json',
): Promise<'saved' | 'copied' | 'failed'> {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
  return Promise.resolve('saved');
}

type Wakefulness = { readonly wakeLock?: { request(kind: 'screen'): Promise<{ release(): Promise<void> }> } };

/** Bright and awake while a code is held out; a browser can be kept awake, where it lets itself. @returns how to undo it */
export function brighten(): () => void {
  const { wakeLock } = navigator as Wakefulness;
  const lock = wakeLock?.request('screen').catch(() => null);
  return () => void lock?.then((held) => held?.release());
}

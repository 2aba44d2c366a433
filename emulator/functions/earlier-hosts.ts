import http from 'node:http';

/** Where tcb-admin-node and with it wx-server-sdk before 2.0 send everything; no variable would tell them otherwise. */
const hosts = new Set<unknown>(['tcb-admin.tencentyun.com', 'tcb-open.tencentyun.com']);

/**
 * Leads this thread's requests for the hosts of earlier SDKs to the emulator. They come as options and never as an
 * address, since those SDKs all use the package `request`.
 *
 * @param adminUrl the emulator's address at the time of a request, if it is known
 */
export function leadEarlierSdks(adminUrl: () => string | undefined): void {
  const original = http.request as (...parts: unknown[]) => http.ClientRequest;
  const request = (options: unknown, ...rest: unknown[]): http.ClientRequest => {
    const url = isForThem(options) ? adminUrl() : undefined;
    return original(url === undefined ? options : led(options as http.RequestOptions, new URL(url)), ...rest);
  };
  Object.assign(http, { request });
}

function isForThem(options: unknown): boolean {
  if (typeof options !== 'object' || options === null || options instanceof URL) return false;
  const { host, hostname = host } = options as http.RequestOptions;
  return hosts.has(hostname);
}

function led({ headers, ...options }: http.RequestOptions, { hostname, port, host }: URL): http.RequestOptions {
  const others = Object.entries(headers ?? {}).filter(([name]) => name.toLowerCase() !== 'host');
  return { ...options, host: hostname, hostname, port, headers: { ...Object.fromEntries(others), host } };
}

/** `TCB_CONTEXT_CNFG` tells later SDKs where to go. */
export function addressFrom(variables: Readonly<Record<string, string | undefined>>): string | undefined {
  const text = variables['TCB_CONTEXT_CNFG'];
  return text === undefined ? undefined : (JSON.parse(text) as { readonly URL?: string }).URL;
}

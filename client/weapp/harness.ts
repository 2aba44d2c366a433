/**
 * Boots the built mini-program (dist/weapp) and renders its pages with miniprogram-simulate: WXML is compiled by
 * WeChat's own compiler and rendered by its component engine. Layout is not there; pages run once per test file.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Asked, Call } from './wechat';
import { weChat } from './wechat';

export const output = path.resolve(__dirname, '../../dist/weapp');

/** What a mini-program lacks and jsdom has. Code that leans on them works in every test and on no phone. */
const notOnAPhone = [
  'TextEncoder', 'TextDecoder', 'URL', 'URLSearchParams', 'fetch', 'Headers', 'AbortController', 'localStorage',
  'sessionStorage', 'Blob', 'FormData', 'crypto', 'structuredClone', 'XMLHttpRequest', 'IntersectionObserver',
] as const; // prettier-ignore

/** One node of the tree that Taro sends: its children, its text, and its attributes by number. */
type Node = { readonly cn?: readonly Node[]; readonly sid?: string; readonly v?: string } & Readonly<
  Record<string, unknown>
>;
type Instance = {
  route: string;
  __route__: string;
  options: Readonly<Record<string, string>>;
  setData: (data: Readonly<Record<string, unknown>>, done?: () => void) => void;
  readonly data: { readonly root?: Node };
  onLoad(options: Readonly<Record<string, string>>): void;
  onShow?(): void;
  onReady?(): void;
  onUnload?(): void;
  eh(event: object): void;
};
type Rendered = { readonly instance: Instance; attach(host: Element): void; detach(): void };
type Simulate = { load(file: string, tag: string, options: object): string; render(id: string): Rendered };
type App = Readonly<Record<string, ((options: object) => void) | undefined>>;

export type Page = {
  readonly text: () => string;
  /** What was sent to the page, in order. */
  readonly sent: readonly Readonly<Record<string, unknown>>[];
  readonly levels: () => number;
  /** What a screen reader is told of the part with this label. */
  readonly spoken: (label: string) => Readonly<Record<string, unknown>> | undefined;
  /** Taps the part with this label, or the innermost one that shows exactly this. */
  readonly tap: (text: string) => Promise<void>;
  readonly fire: (selector: string, type: string, detail: object) => Promise<void>;
  readonly waitFor: (text: string) => Promise<void>;
  readonly close: () => void;
};

export type Phone = {
  readonly calls: readonly Call[];
  readonly open: (route: string) => Promise<Page>;
  readonly pages: readonly string[];
};

const pause = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Turns of a page that is at rest: one of its own timers would have had its turn. */
const RESTING_TURNS = 6;
/** By then something is wrong, however slow the machine. */
const NOT_SHOWN_AFTER_MS = 60_000;

/** Waits until it is so, or nothing is to be hoped for any more. */
async function until(isSo: () => boolean): Promise<void> {
  const startedAt = performance.now();
  while (!isSo() && performance.now() - startedAt < NOT_SHOWN_AFTER_MS) await pause(10);
}

/** Waits until a page has sent nothing for a while, which is counted in turns: a slow machine takes longer for each. */
async function atRest(sent: readonly unknown[]): Promise<void> {
  for (let seen = sent.length, turns = 0; turns < RESTING_TURNS; turns += 1) {
    await pause(10);
    if (sent.length !== seen) [seen, turns] = [sent.length, 0];
  }
}

/** Every page of the app, sub-packages included. */
export function registeredPages(): string[] {
  if (!existsSync(path.join(output, 'app.json'))) throw new Error('dist/weapp is not built: npm run build:weapp');
  const app = JSON.parse(readFileSync(path.join(output, 'app.json'), 'utf8')) as {
    pages: string[];
    subPackages?: { root: string; pages: string[] }[];
  };
  return [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ];
}

/** The numbers under which Taro sends a view's aria attributes, as its template reads them. */
function ariaOfViews(): Readonly<Record<string, string>> {
  const template = readFileSync(path.join(output, 'base.wxml'), 'utf8');
  const view = /<view [^>]*aria-role[^>]*>/.exec(template)?.[0] ?? '';
  return Object.fromEntries(
    Array.from(view.matchAll(/(aria-\w+)="\{\{i\.(p\d+)\}\}"/g), ([, name = '', alias = '']) => [name, alias]),
  );
}

export function boot(answer: (asked: Asked) => object): Phone {
  const simulate = jest.requireActual<Simulate>('miniprogram-simulate');
  const { wx, calls } = weChat(answer);
  const world = globalThis as unknown as Record<string, unknown> & { Component: (definition: object) => void };
  for (const name of notOnAPhone) Reflect.deleteProperty(world, name);
  const define = world.Component;
  const opened: Instance[] = [];
  let app: App = {};
  Object.assign(world, {
    wx,
    App: (definition: App) => {
      app = definition;
    },
    getApp: () => app,
    getCurrentPages: () => opened,
    // A page is a component whose functions are its methods.
    Page({ data, ...rest }: Readonly<Record<string, unknown>>) {
      const methods = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'function'));
      define({ data, methods });
    },
  });
  jest.requireActual(path.join(output, 'app.js'));
  const launch = { path: 'pages/home/index', query: {}, scene: 1001 };
  app['onLaunch']?.(launch);
  app['onShow']?.(launch);

  const aria = ariaOfViews();
  const ids = new Map<string, string>();
  const idOf = (route: string): string => {
    const options = { rootPath: output, compiler: 'official', usingComponents: { comp: '/comp' } };
    const id = ids.get(route) ?? simulate.load(path.join(output, route), 'page', options);
    ids.set(route, id);
    return id;
  };

  async function open(address: string): Promise<Page> {
    const [route = '', query = ''] = address.split('?');
    const options = parametersIn(query);
    const host = document.body.appendChild(document.createElement('div'));
    const rendered = simulate.render(idOf(route));
    rendered.attach(host);
    const { instance } = rendered;
    Object.assign(instance, { route, __route__: route, options });
    const sent: Readonly<Record<string, unknown>>[] = [];
    const { setData } = instance;
    instance.setData = function remember(data, done) {
      sent.push(data);
      setData.call(this, data, done);
    };
    opened.push(instance);
    instance.onLoad(options);
    instance.onShow?.();
    instance.onReady?.();
    await until(() => sent.length > 0);
    const text = () => host.textContent.replace(/\s+/g, ' ').trim();
    // Grey rows say nothing: wait for what was asked.
    await until(() => text() !== '');
    await atRest(sent);
    const spoken = (label: string) => {
      const found = nodesOf(instance.data.root).find((node) => node[aria['aria-label'] ?? ''] === label);
      if (found === undefined) return undefined;
      const told = Object.fromEntries(Object.entries(aria).map(([attribute, alias]) => [attribute, found[alias]]));
      return { ...told, sid: found.sid };
    };
    const showing = (wanted: string) =>
      Array.from(host.querySelectorAll('[data-sid]'))
        .filter((element) => element.textContent.trim() === wanted)
        .pop()
        ?.getAttribute('data-sid');
    const send = async (sid: unknown, type: string, detail: object): Promise<void> => {
      if (typeof sid !== 'string') throw new Error(`nothing to ${type} on: ${text()}`);
      const target = { id: sid, dataset: { sid } };
      instance.eh({ type, detail, target, currentTarget: target, timeStamp: 0, mark: {} });
      await atRest(sent);
    };
    return {
      text,
      sent,
      spoken,
      levels: () => depth(instance.data.root),
      tap: (wanted) => send(spoken(wanted)?.['sid'] ?? showing(wanted), 'tap', {}),
      fire: (selector, type, detail) => send(host.querySelector(selector)?.getAttribute('data-sid'), type, detail),
      async waitFor(wanted) {
        await until(() => text().includes(wanted));
        if (!text().includes(wanted)) throw new Error(`not shown: ${wanted}, but: ${text()}`);
      },
      close() {
        instance.onUnload?.();
        opened.splice(opened.indexOf(instance), 1);
        rendered.detach();
        host.remove();
      },
    };
  }

  return { calls, open, pages: registeredPages() };
}

/** As they were written: WeChat does not decode them, and a browser does. */
const parametersIn = (query: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    query
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair): [string, string] => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']),
  );

const nodesOf = (node: Node | undefined): readonly Node[] =>
  node === undefined ? [] : [node, ...(node.cn ?? []).flatMap(nodesOf)];

const depth = (node: Node | undefined): number =>
  node === undefined ? 0 : Math.max(0, ...(node.cn ?? []).map((child) => 1 + depth(child)));

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { output, registeredPages } from './harness';

type Compiler = { wxmlToJs(folder: string): string; wxssToJs(folder: string): string };
const compiler = jest.requireActual<Compiler>('miniprogram-compiler');

it('is markup that WeChat’s own compiler takes', () => {
  const script = compiler.wxmlToJs(output);
  for (const page of registeredPages()) expect(script).toContain(`${page}.wxml`);
});

it('is style that WeChat’s own compiler takes', () => {
  const script = compiler.wxssToJs(output);
  for (const sheet of ['app.wxss', 'common.wxss']) expect(script).toContain(sheet);
});

it('tells screen readers what the parts are', () => {
  const templates = readFileSync(path.join(output, 'base.wxml'), 'utf8');
  expect(templates).toMatch(/<view [^>]*aria-role="\{\{i\.p\d+\}\}"/);
});

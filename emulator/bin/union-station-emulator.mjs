#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { fileURLToPath, URL } from 'node:url';

const serve = fileURLToPath(new URL('../serve.ts', import.meta.url));
const child = spawn(process.execPath, ['--import', 'tsx', serve, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));

#!/usr/bin/env node
import nodeModule, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleOf } from './bundle.mjs';

const bundle = await bundleOf(dirname(dirname(fileURLToPath(import.meta.url))));
// Node 22 and later keep what they have compiled, too.
nodeModule.enableCompileCache?.(dirname(bundle));
createRequire(import.meta.url)(bundle);

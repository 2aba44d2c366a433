import type CloudBase from '@cloudbase/manager-node';
import * as z from 'zod/mini';
import { buildName } from './code-package';
import type { DeployedFunction, Functions, Invocation } from './tencent';

const Detail = z.object({
  Runtime: z.nullish(z.string()),
  Handler: z.nullish(z.string()),
  Timeout: z.nullish(z.number()),
  MemorySize: z.nullish(z.number()),
  Status: z.nullish(z.string()),
  StatusDesc: z.nullish(z.string()),
  StatusReasons: z.nullish(
    z.array(z.object({ ErrorCode: z.nullish(z.string()), ErrorMessage: z.nullish(z.string()) })),
  ),
  Description: z.nullish(z.string()),
  CodeSize: z.nullish(z.number()),
  Environment: z.nullish(
    z.object({ Variables: z.nullish(z.array(z.object({ Key: z.string(), Value: z.nullish(z.string()) }))) }),
  ),
  Triggers: z.nullish(
    z.array(z.object({ TriggerName: z.string(), Type: z.nullish(z.string()), TriggerDesc: z.nullish(z.string()) })),
  ),
});

const Invoked = z.object({
  RequestId: z.nullish(z.string()),
  FunctionRequestId: z.nullish(z.string()),
  InvokeResult: z.nullish(z.number()),
  RetMsg: z.nullish(z.string()),
  ErrMsg: z.nullish(z.string()),
});

export function tencentFunctions(app: CloudBase): Functions {
  const { functions } = app;
  return {
    async find(name) {
      try {
        const detail = Detail.parse(await functions.getFunctionDetail(name));
        return deployed(detail, await codeSha256(app, name));
      } catch (error) {
        if (codeOf(error).startsWith('ResourceNotFound')) return null;
        throw error;
      }
    },
    async deploy(declared, variables, code) {
      const { name, type, runtime, handler, timeout, memorySize, installDependency, triggers } = declared;
      await functions.createFunction({
        func: {
          ...{ name, type, runtime, handler, timeout, memorySize, installDependency },
          description: buildName(code),
          envVariables: { ...variables },
          triggers: triggers ?? [],
        },
        // As the interface takes it: by its own parameter the library sends no more than 1.5 MB (code-package.ts says how much).
        code: { ZipFile: code.zip.toString('base64') },
        force: true,
      });
    },
    async deleteTimer(name, timer) {
      await functions.deleteFunctionTrigger(name, timer);
    },
    async invoke(name, message) {
      return invocation(Invoked.parse(await functions.invokeFunction(name, { ...message })));
    },
  };
}

/** Some accounts may not ask for the code's address; then the hash stays unknown, which is said and does no harm. */
async function codeSha256(app: CloudBase, name: string): Promise<string | null> {
  try {
    const { CodeSha256 } = await app.functions.getFunctionDownloadUrl(name);
    return typeof CodeSha256 === 'string' && CodeSha256 !== '' ? CodeSha256 : null;
  } catch (error) {
    if (/^(AuthFailure|UnauthorizedOperation|UnsupportedOperation)/.test(codeOf(error))) return null;
    throw error;
  }
}

function deployed(detail: z.infer<typeof Detail>, sha256: string | null): DeployedFunction {
  const reasons = (detail.StatusReasons ?? []).map(
    ({ ErrorCode, ErrorMessage }) => `${ErrorCode ?? ''} ${ErrorMessage ?? ''}`,
  );
  return {
    runtime: detail.Runtime ?? '',
    handler: detail.Handler ?? '',
    timeout: detail.Timeout ?? 0,
    memorySize: detail.MemorySize ?? 0,
    status: detail.Status ?? '',
    reason: [detail.StatusDesc ?? '', ...reasons].filter((text) => text.trim() !== '').join('；'),
    build: detail.Description ?? '',
    codeSize: detail.CodeSize ?? 0,
    codeSha256: sha256,
    variables: Object.fromEntries((detail.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value ?? ''])),
    timers: (detail.Triggers ?? [])
      .filter(({ Type }) => (Type ?? 'timer') === 'timer')
      .map(({ TriggerName, TriggerDesc }) => ({ name: TriggerName, config: cronOf(TriggerDesc ?? '') })),
  };
}

/** A timer's description comes back as the plain expression or as `{"cron":"…"}`, depending on where it was made. */
function cronOf(description: string): string {
  if (!description.startsWith('{')) return description;
  const read = z.object({ cron: z.string() }).safeParse(JSON.parse(description));
  return read.success ? read.data.cron : description;
}

function invocation({
  InvokeResult,
  RetMsg,
  ErrMsg,
  FunctionRequestId,
  RequestId,
}: z.infer<typeof Invoked>): Invocation {
  const requestId = FunctionRequestId ?? RequestId ?? '';
  if (InvokeResult !== 0) return { trouble: ErrMsg ?? `InvokeResult ${InvokeResult ?? '?'}`, requestId };
  try {
    return { answer: JSON.parse(RetMsg ?? ''), requestId };
  } catch {
    // What is no JSON is no answer of ours.
    return { trouble: '答复不是 JSON', requestId };
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

import { createHash } from 'node:crypto';
import type { Behind } from './fake-tencent';

export type FakeAnswer = Readonly<Record<string, unknown>>;

export type FakeIndex = { Name: string; Unique: boolean; Keys: { Name: string; Direction: string }[] };

export type FakeCollection = {
  indexes: FakeIndex[];
  permission: string;
  /** How many more writes are answered as if the collection were not there. */
  refusesWrites: number;
};

export type FakeFunction = {
  -readonly [Field in 'Runtime' | 'Handler' | 'Status' | 'StatusDesc' | 'Description' | 'InstallDependency']: string;
} & {
  Timeout: number;
  MemorySize: number;
  variables: { Key: string; Value: string }[];
  timers: { TriggerName: string; Type: string; TriggerDesc: string }[];
  zip: Buffer;
};

/** An environment, and all that can go wrong with it. */
export type FakeState = {
  readonly collections: Map<string, FakeCollection>;
  readonly functions: Map<string, FakeFunction>;
  postgres: boolean;
  /** Writes that a new collection refuses before it takes one. */
  newCollectionRefuses: number;
  /** Collections whose permission stays as it was, whatever was answered. */
  readonly keepOpen: Set<string>;
  /** Indexes that cannot be built because documents collide. */
  readonly collide: Set<string>;
  /** Functions whose creation fails. */
  readonly failToCreate: Set<string>;
  /** Functions that come to be with another runtime than was asked for. */
  readonly otherRuntime: Set<string>;
  /** Functions that say yes to new code and keep the old. */
  readonly keepCode: Set<string>;
};

export const emptyState = (): FakeState => ({
  collections: new Map(),
  functions: new Map(),
  postgres: false,
  newCollectionRefuses: 0,
  keepOpen: new Set(),
  collide: new Set(),
  failToCreate: new Set(),
  otherRuntime: new Set(),
  keepCode: new Set(),
});

export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

type Sent = {
  readonly TableName: string;
  readonly Resource: string;
  readonly Resources: readonly string[];
  readonly Permission: string;
  readonly MgoOffset: number;
  readonly MgoLimit: number;
  readonly PermissionInfo?: { readonly AclTag: string };
  readonly CreateIndexes?: readonly {
    readonly IndexName: string;
    readonly MgoKeySchema: { readonly MgoIndexKeys: FakeIndex['Keys']; readonly MgoIsUnique: boolean };
  }[];
  readonly DropIndexes?: readonly { readonly IndexName: string }[];
  readonly FunctionName: string;
  readonly TriggerName: string;
  readonly Triggers: string;
  readonly ClientContext: string;
  readonly Code: { readonly ZipFile: string };
  readonly Environment: { readonly Variables: FakeFunction['variables'] };
} & Pick<FakeFunction, 'Runtime' | 'Handler' | 'Timeout' | 'MemorySize' | 'Description' | 'InstallDependency'>;

type Action = (state: FakeState, sent: Sent, behind: Behind) => FakeAnswer | Promise<FakeAnswer>;

export function answerAction(
  state: FakeState,
  behind: Behind,
  action: string,
  fields: FakeAnswer,
): FakeAnswer | Promise<FakeAnswer> {
  const act = actions[action];
  if (act === undefined) throw new ApiError('InvalidAction', `No action ${action}.`);
  return act(state, fields as unknown as Sent, behind);
}

const actions: Readonly<Record<string, Action>> = {
  DescribeEnvInfo: ({ postgres }) => ({
    EnvInfo: {
      EnvBaseInfo: {
        EnvId: 'union-test',
        Alias: 'union',
        Status: 'NORMAL',
        Databases: [{ InstanceId: 'tnt-test' }],
        Functions: [{ Namespace: 'union-test' }],
        PostgreSQL: postgres ? [{}] : [],
      },
    },
  }),
  ListTables: ({ collections }, { MgoOffset, MgoLimit }) => ({
    Tables: [...collections.keys()].slice(MgoOffset, MgoOffset + MgoLimit).map((TableName) => ({ TableName })),
    Pager: { Offset: MgoOffset, Limit: MgoLimit, Total: collections.size },
  }),
  CreateTable: (state, { TableName, PermissionInfo }) => {
    const permission = state.keepOpen.has(TableName) ? 'PRIVATE' : (PermissionInfo?.AclTag ?? 'PRIVATE');
    const indexes = [{ Name: '_id_', Unique: true, Keys: [{ Name: '_id', Direction: '1' }] }];
    state.collections.set(TableName, { indexes, permission, refusesWrites: state.newCollectionRefuses });
    return {};
  },
  DescribeTable: (state, { TableName }) => ({ Indexes: collectionOf(state, TableName).indexes }),
  UpdateTable: (state, { TableName, CreateIndexes = [], DropIndexes = [] }) => {
    const collection = collectionOf(state, TableName);
    for (const { IndexName } of DropIndexes)
      collection.indexes = collection.indexes.filter(({ Name }) => Name !== IndexName);
    for (const { IndexName, MgoKeySchema } of CreateIndexes) {
      if (state.collide.has(IndexName))
        throw new ApiError('FailedOperation', `E11000 duplicate key error index: ${IndexName} dup key: { : "310115" }`);
      if (collection.indexes.some(({ Name }) => Name === IndexName))
        throw new ApiError('InvalidParameter', `Index ${IndexName} already exists.`);
      const { MgoIndexKeys: Keys, MgoIsUnique: Unique } = MgoKeySchema;
      collection.indexes.push({ Name: IndexName, Unique, Keys });
    }
    return {};
  },
  DescribeResourcePermission: ({ collections }, { Resources }) => ({
    Data: {
      PermissionList: Resources.flatMap((Resource) => {
        const collection = collections.get(Resource);
        return collection === undefined ? [] : [{ Resource, Permission: collection.permission }];
      }),
    },
  }),
  ModifyResourcePermission: (state, { Resource, Permission }) => {
    if (!state.keepOpen.has(Resource)) collectionOf(state, Resource).permission = Permission;
    return { Data: { Success: true } };
  },
  GetFunction: (state, { FunctionName }) => {
    const { variables, timers, zip, ...fields } = functionOf(state, FunctionName);
    return { ...fields, Environment: { Variables: variables }, Triggers: timers, CodeSize: zip.length };
  },
  GetFunctionAddress: (state, { FunctionName }) => ({
    CodeSha256: createHash('sha256').update(functionOf(state, FunctionName).zip).digest('hex'),
    Url: '',
  }),
  CreateFunction: (state, sent) => {
    const { FunctionName } = sent;
    if (state.functions.has(FunctionName)) throw new ApiError('ResourceInUse.Function', `${FunctionName} exists.`);
    const isBroken = state.failToCreate.has(FunctionName);
    state.functions.set(FunctionName, {
      ...settingsOf(sent),
      Runtime: state.otherRuntime.has(FunctionName) ? 'Nodejs8.9' : sent.Runtime,
      Handler: sent.Handler,
      Status: isBroken ? 'CreateFailed' : 'Active',
      StatusDesc: isBroken ? 'no room' : '',
      timers: [],
      zip: Buffer.from(sent.Code.ZipFile, 'base64'),
    });
    return {};
  },
  UpdateFunctionCode: (state, { FunctionName, Code }) => {
    if (!state.keepCode.has(FunctionName)) functionOf(state, FunctionName).zip = Buffer.from(Code.ZipFile, 'base64');
    return {};
  },
  UpdateFunctionConfiguration: (state, sent) => {
    Object.assign(functionOf(state, sent.FunctionName), settingsOf(sent));
    return {};
  },
  BatchCreateTrigger: (state, { FunctionName, Triggers }) => {
    const fresh = JSON.parse(Triggers) as FakeFunction['timers'];
    const made = functionOf(state, FunctionName);
    const kept = made.timers.filter(({ TriggerName }) => !fresh.some((timer) => timer.TriggerName === TriggerName));
    // Where a timer was given as plain text, the platform is said to answer with JSON.
    made.timers = [
      ...kept,
      ...fresh.map((timer) => ({ ...timer, TriggerDesc: JSON.stringify({ cron: timer.TriggerDesc }) })),
    ];
    return {};
  },
  DeleteTrigger: (state, { FunctionName, TriggerName }) => {
    const made = functionOf(state, FunctionName);
    made.timers = made.timers.filter((timer) => timer.TriggerName !== TriggerName);
    return {};
  },
  Invoke: async (state, { FunctionName, ClientContext }, behind) => {
    functionOf(state, FunctionName);
    const answer = await behind.invoke(FunctionName, JSON.parse(ClientContext));
    return { Result: { InvokeResult: 0, RetMsg: JSON.stringify(answer), FunctionRequestId: 'call-1' } };
  },
};

/** All variables are replaced at once; what was there before and is not sent is gone. */
const settingsOf = ({ Timeout, MemorySize, Description, InstallDependency, Environment }: Sent) => ({
  ...{ Timeout, MemorySize, Description, InstallDependency },
  variables: [...Environment.Variables],
});

function collectionOf({ collections }: FakeState, name: string): FakeCollection {
  const found = collections.get(name);
  if (found === undefined) throw new ApiError('ResourceNotFound', `Db or Table not exist: ${name}`);
  return found;
}

function functionOf({ functions }: FakeState, name: string): FakeFunction {
  const found = functions.get(name);
  if (found === undefined) throw new ApiError('ResourceNotFound.Function', `No function ${name}.`);
  return found;
}

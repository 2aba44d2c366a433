import type CloudBase from '@cloudbase/manager-node';
import * as z from 'zod/mini';
import type { IndexDefinition } from '../../cloudfunctions/runtime/collections';
import { CLOSED } from './plan';
import type { ActualIndex } from './plan';
import { NotReady } from './settings';
import type { Structure } from './tencent';

/** Most that one page lists. */
const PAGE = 100;

const Described = z.object({
  Alias: z.nullish(z.string()),
  Status: z.nullish(z.string()),
  Databases: z.nullish(z.array(z.object({ InstanceId: z.string() }))),
  PostgreSQL: z.nullish(z.array(z.unknown())),
});

const Listed = z.object({ Collections: z.array(z.object({ CollectionName: z.string() })) });

const Indexes = z.object({
  Indexes: z.nullish(
    z.array(
      z.object({
        Name: z.string(),
        Unique: z.nullish(z.boolean()),
        Keys: z.array(z.object({ Name: z.string(), Direction: z.string() })),
      }),
    ),
  ),
});

const Permissions = z.object({
  PermissionList: z.nullish(z.array(z.object({ Resource: z.nullish(z.string()), Permission: z.nullish(z.string()) }))),
});

/** The vendor's documents put the list under `Data`, its typings do not. */
const PermissionAnswer = z.union([z.object({ Data: Permissions }), Permissions]);

export function tencentStructure(app: CloudBase, envId: string): Structure {
  const { database } = app;
  const ask = async (action: string, fields: object): Promise<unknown> =>
    app.commonService('tcb', '2018-06-08').call({ Action: action, Param: { EnvId: envId, ...fields } });
  return {
    describeEnvironment: () => describeEnvironment(app, envId),
    async collectionNames() {
      const names: string[] = [];
      for (;;) {
        const page = Listed.parse(await database.listCollections({ MgoLimit: PAGE, MgoOffset: names.length }));
        names.push(...page.Collections.map(({ CollectionName }) => CollectionName));
        if (page.Collections.length < PAGE) return names;
      }
    },
    async createCollection(name) {
      // `database.createCollection` cannot say who may reach the new collection, and a moment open is too long.
      await app.currentEnvironment().lazyInit();
      await ask('CreateTable', {
        MongoConnector: database.getMongoConnector(),
        TableName: name,
        PermissionInfo: { AclTag: CLOSED, EnvId: envId },
      });
    },
    async indexesOf(collection) {
      const { Indexes: found } = Indexes.parse(await database.describeCollection(collection));
      return (found ?? []).map(({ Name, Unique, Keys }): ActualIndex => ({
        name: Name,
        unique: Unique ?? false,
        keys: Keys.map((key) => [key.Name, key.Direction]),
      }));
    },
    async createIndex(collection, index) {
      await database.updateCollection(collection, { CreateIndexes: [asWire(index)] });
    },
    async dropIndex(collection, name) {
      await database.updateCollection(collection, { DropIndexes: [{ IndexName: name }] });
    },
    async permissions(collections) {
      const found = new Map<string, string>();
      for (let start = 0; start < collections.length; start += PAGE) {
        const some = collections.slice(start, start + PAGE);
        const answer = PermissionAnswer.parse(
          await ask('DescribeResourcePermission', { ResourceType: 'collection', Resources: some }),
        );
        const { PermissionList } = 'Data' in answer ? answer.Data : answer;
        for (const { Resource, Permission } of PermissionList ?? [])
          if (typeof Resource === 'string' && typeof Permission === 'string') found.set(Resource, Permission);
      }
      return found;
    },
    async closeCollection(name) {
      // The package marks its own wrapper deprecated in favour of policies that do not reach collections.
      await ask('ModifyResourcePermission', { ResourceType: 'collection', Resource: name, Permission: CLOSED });
    },
  };
}

async function describeEnvironment(app: CloudBase, envId: string): Promise<{ name: string; status: string }> {
  const answer: unknown = await app.env.describeEnvInfo({ EnvId: envId });
  const read = z.object({ EnvInfo: z.object({ EnvBaseInfo: Described }) }).safeParse(answer);
  if (!read.success) throw new NotReady(`找不到云开发环境 ${envId}：请核对 CLOUD_ENV，以及密钥是否属于同一个主账号。`);
  const environment = read.data.EnvInfo.EnvBaseInfo;
  if ((environment.PostgreSQL ?? []).length > 0)
    throw new NotReady(`环境 ${envId} 是 PostgreSQL 模式，不能使用：请在微信开发者工具里另建一个传统模式的环境。`);
  if (environment.Databases?.[0] === undefined)
    throw new NotReady(`环境 ${envId} 还没有文档型数据库：请先在控制台开通。`);
  return { name: environment.Alias ?? envId, status: environment.Status ?? '' };
}

const asWire = ({ name, keys, unique }: IndexDefinition) => ({
  IndexName: name,
  MgoKeySchema: {
    MgoIndexKeys: keys.map(([field, direction]) => ({ Name: field, Direction: String(direction) })),
    MgoIsUnique: unique ?? false,
  },
});

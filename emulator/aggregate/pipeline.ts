import type { BsonDocument } from '../values/value';

/** Documents on their way through a pipeline. */
export type Documents = readonly BsonDocument[];

/** One stage, read once: what comes in, what goes out. */
export type Stage = (documents: Documents) => Documents;

import * as z from 'zod/mini';

/** A point in GCJ-02, the datum of every map in mainland China. WGS-84 from a browser is converted before it gets here. */
export const Place = z.object({
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
});
export type Place = z.infer<typeof Place>;

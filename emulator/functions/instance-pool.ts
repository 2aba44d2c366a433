import { stopped } from './function-errors';
import type { Instance, InstanceAnswer, InstanceCall } from './instance';

/** The instances of one function. */
export type InstancePool = {
  /**
   * Runs a call on a warm instance, on a new one, or when there are as many as there may be, once one is free.
   *
   * @param again how many of those this call was called by run the same function: each lets one more row of instances
   *   exist, or a function that calls itself would wait for itself
   * @throws FUNCTIONS_EXECUTE_FAIL for whoever still waits when the pool is closed
   */
  run(call: InstanceCall, again: number): Promise<InstanceAnswer>;
  close(): void;
};

type PoolOptions = {
  /** @param onDeath to be told when it ends by itself */
  readonly start: (onDeath: () => void) => Instance;
  /** Instances of an older version run their call to its end and take no other. */
  readonly version: () => number;
  readonly mostInstances: number;
  readonly idleMs: number;
};

type Waiting = {
  readonly again: number;
  readonly take: (instance: Instance) => void;
  readonly refuse: (error: Error) => void;
};

type Warm = { readonly instance: Instance; readonly version: number; readonly timer: NodeJS.Timeout };

export function instancePool({ start, version, mostInstances, idleMs }: PoolOptions): InstancePool {
  const versions = new Map<Instance, number>();
  let idle: Warm[] = [];
  let waiting: Waiting[] = [];
  let isClosed = false;

  const end = (instance: Instance): void => {
    versions.delete(instance);
    instance.end();
  };
  const busy = (): number => versions.size - idle.length;

  const forgetDead = (): void => {
    for (const { instance, timer } of idle.filter((warm) => warm.instance.isDead())) {
      clearTimeout(timer);
      versions.delete(instance);
    }
    idle = idle.filter(({ instance }) => !instance.isDead());
  };

  const free = (now: number): Instance => {
    for (const old of idle.filter((warm) => warm.version !== now)) {
      clearTimeout(old.timer);
      end(old.instance);
    }
    idle = idle.filter((warm) => warm.version === now);
    const warm = idle.pop();
    if (warm !== undefined) {
      clearTimeout(warm.timer);
      return warm.instance;
    }
    const instance = start(forgetDead);
    versions.set(instance, now);
    return instance;
  };

  const serveWaiting = (): void => {
    for (;;) {
      const next = isClosed ? undefined : waiting.find(({ again }) => busy() < mostInstances * (again + 1));
      if (next === undefined) return;
      waiting = waiting.filter((other) => other !== next);
      next.take(free(version()));
    }
  };

  const giveBack = (instance: Instance): void => {
    const itsVersion = versions.get(instance);
    if (instance.isDead() || isClosed || itsVersion === undefined) end(instance);
    else {
      const timer = setTimeout(() => {
        idle = idle.filter((warm) => warm.instance !== instance);
        end(instance);
      }, idleMs);
      timer.unref();
      idle.push({ instance, version: itsVersion, timer });
    }
    serveWaiting();
  };

  return {
    async run(call, again) {
      const instance = await new Promise<Instance>((take, refuse) => {
        if (isClosed) {
          refuse(stopped());
          return;
        }
        waiting.push({ again, take, refuse });
        serveWaiting();
      });
      try {
        return await instance.call(call);
      } finally {
        giveBack(instance);
      }
    },
    close() {
      isClosed = true;
      for (const { timer } of idle) clearTimeout(timer);
      idle = [];
      for (const instance of [...versions.keys()]) end(instance);
      for (const { refuse } of waiting) refuse(stopped());
      waiting = [];
    },
  };
}

import path from 'node:path';
import { ariaAttributes } from '../client/src/platform/aria-attributes';

type Attributes = { readonly [component: string]: { readonly [attribute: string]: string } };
type Platform = {
  readonly platform: string;
  runtimePath: string | string[];
  readonly template: { mergeComponents(context: unknown, patch: Attributes): void };
};
type Context = { registerMethod(method: { name: string; fn(platform: Platform): void }): void };

/**
 * Teaches the mini-program's templates the aria attributes.
 *
 * Taro leaves them out of base.wxml, so that `ariaRole` on a component would be dropped without a word. The runtime
 * numbers a component's attributes by their names, so it has to be told the same list: platform/aria-runtime.ts.
 */
export default function weappAria(context: Context): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return;
      platform.template.mergeComponents(context, ariaAttributes);
      const runtime = path.resolve(__dirname, '../client/src/platform/aria-runtime.ts');
      platform.runtimePath = [platform.runtimePath, runtime].flat();
    },
  });
}

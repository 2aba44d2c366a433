import { Part, Press } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { manageText, whichNames } from './manage-copy';
import type { Which } from './manage-copy';
import styles from './manage.module.scss';

const at = classes(styles);
const all = Object.keys(whichNames) as readonly Which[];

/** Those to come, drafts, or those that are over. */
export function WhichSwitch({ which, onChange }: { readonly which: Which; readonly onChange: (which: Which) => void }) {
  return (
    <Part className={at('switch')} role="radiogroup" label={manageText.views}>
      {all.map((name) => (
        <Press
          key={name}
          className={at('view', name === which && 'here')}
          role="radio"
          checked={name === which}
          inTabOrder={name === which}
          onPress={() => onChange(name)}
        >
          {whichNames[name]}
        </Press>
      ))}
    </Part>
  );
}

import { Part, Press } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { queueText } from './queue-copy';
import styles from './view-switch.module.scss';

const at = classes(styles);

export type QueueView = 'pending' | 'decided';
const views: readonly QueueView[] = ['pending', 'decided'];

/** What waits, or what is done. */
export function ViewSwitch({ view, onChange }: { view: QueueView; onChange: (view: QueueView) => void }) {
  return (
    <Part className={at('switch')} role="radiogroup" label={queueText.views}>
      {views.map((name) => (
        <Press
          key={name}
          className={at('view', name === view && 'here')}
          role="radio"
          checked={name === view}
          onPress={() => onChange(name)}
        >
          {queueText[name]}
        </Press>
      ))}
    </Part>
  );
}

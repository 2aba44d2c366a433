import { roles } from '@contract/contract';
import { View } from '@tarojs/components';
import { fullDayText } from '@/calendar-words';
import { roleWords } from '@/role-words';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { TextField } from '@/ui/text-field';
import { UnionFinder } from '@/union-finder/union-finder';
import { useUnionSearch } from '@/union-finder/use-union-search';
import { lastDayOf, terms } from './role-term';
import styles from './staff.module.scss';
import { appointText, roleAbouts, termWords } from './staff-copy';
import type { Appointing } from './use-appointing';

const at = classes(styles);

export type AppointFormProps = {
  readonly appointing: Appointing;
  /** Absent where the form is always there. */
  readonly onStay?: (() => void) | undefined;
};

/** Who, as what, for which union, until when. */
export function AppointForm({ appointing, onStay }: AppointFormProps) {
  const { wish, today, step, incomplete, problemOf, onType, onLeave, onAppoint } = appointing;
  return (
    <Panel title={appointText.title}>
      <TextField
        label={appointText.number}
        hint={appointText.numberHint}
        value={wish.number}
        problem={problemOf('number')}
        onChange={(number) => onType({ number })}
        onBlur={() => onLeave('number')}
      />
      <TextField
        label={appointText.name}
        hint={appointText.nameHint}
        value={wish.name}
        problem={problemOf('name')}
        onChange={(name) => onType({ name })}
        onBlur={() => onLeave('name')}
      />
      <Choices
        label={appointText.role}
        options={roles.map((value) => ({ value, label: roleWords[value], about: roleAbouts[value] }))}
        value={wish.role}
        problem={problemOf('role')}
        onChange={(role) => onType({ role })}
      />
      <UnionOfWish appointing={appointing} />
      <Choices
        label={appointText.term}
        hint={appointText.termHint}
        options={terms.map((value) => ({
          value,
          label: termWords[value],
          about: `到${fullDayText(lastDayOf(value, today))}`,
        }))}
        value={wish.term}
        problem={problemOf('term')}
        onChange={(term) => onType({ term })}
      />
      {incomplete ? <Notice tone="warn">{appointText.check}</Notice> : <DeedNotice step={step} />}
      <View className={at('action')}>
        <Button busy={step.at === 'sending'} onPress={onAppoint}>
          {appointText.send}
        </Button>
      </View>
      {onStay === undefined ? null : (
        <View className={at('action')}>
          <Button kind="secondary" onPress={onStay}>
            {appointText.stay}
          </Button>
        </View>
      )}
    </Panel>
  );
}

function UnionOfWish({ appointing }: { readonly appointing: Appointing }) {
  const { wish, problemOf, onType } = appointing;
  const search = useUnionSearch(wish.union === null);
  if (wish.union === null) {
    return (
      <UnionFinder
        label={appointText.union}
        problem={problemOf('union')}
        search={search}
        onChoose={(union) => onType({ union })}
      />
    );
  }
  return (
    <Field label={appointText.union} hint={appointText.unionAbout}>
      <View className={at('chosen')}>
        <Rows>
          <Row title={wish.union.name} about={appointText.unionAgain} onPress={() => onType({ union: null })} />
        </Rows>
      </View>
    </Field>
  );
}

import type { HolidayRule, Opening, Session } from '@contract/opening';
import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { Choices } from '@/ui/choices';
import { Facts } from '@/ui/facts';
import { Field } from '@/ui/field';
import { todayOf } from '../desk/moments';
import { formText } from './form-copy';
import styles from './form.module.scss';
import { ListField } from '@/ui/list-field';
import { weekLines } from './opening-text';
import { SessionFields } from './session-fields';
import type { Editing } from './use-station-form';

const at = classes(styles);
const words = formText.opening;
const rules: readonly HolidayRule[] = ['as-usual', 'closed', 'own-hours'];

const freshSession = (): Session => ({
  days: [1, 2, 3, 4, 5],
  from: 510,
  until: 1_020,
  attendance: 'staffed',
  season: null,
});

/** The notice on the door: stretches of the week, seasons, holidays, and what comes of them. */
export function OpeningFields({ editing }: { readonly editing: Editing }) {
  const { draft, problems, onChange } = editing;
  const { opening } = draft;
  const set = (part: Partial<Opening>) => onChange({ opening: { ...opening, ...part } });
  return (
    <View>
      {opening.sessions.length === 0 ? <View className={at('about')}>{words.none}</View> : null}
      <ListField
        items={opening.sessions}
        words={{ add: words.add, remove: words.remove, title: words.session }}
        fresh={freshSession}
        most={14}
        onChange={(sessions) => set({ sessions: [...sessions] })}
      >
        {(session, onSession, nth) => (
          <SessionFields
            session={session}
            problems={problemsAt(problems, `opening.sessions.${nth}`)}
            onSession={onSession}
          />
        )}
      </ListField>
      <Choices
        label={words.holidays}
        options={rules.map((value) => ({ value, ...words.rules[value] }))}
        value={opening.onHolidays}
        onChange={(onHolidays) =>
          set({ onHolidays, holidaySessions: onHolidays === 'own-hours' ? [...opening.holidaySessions] : [] })
        }
      />
      {opening.onHolidays === 'own-hours' ? (
        <ListField
          items={opening.holidaySessions}
          words={{ add: words.add, remove: words.remove, title: words.holidaySession }}
          // Their days are not asked, and the contract wants some.
          fresh={() => ({ ...freshSession(), days: [1, 2, 3, 4, 5, 6, 7] })}
          most={4}
          onChange={(holidaySessions) => set({ holidaySessions: [...holidaySessions] })}
        >
          {(session, onSession) => <SessionFields session={session} onlyTimes problems={{}} onSession={onSession} />}
        </ListField>
      ) : null}
      <View className={at('week')}>
        <Field label={words.preview} problem={problems['opening']}>
          <Facts
            items={weekLines(opening, todayOf(Date.now()).slice(5)).map(({ day, text }) => ({
              label: day,
              value: text,
            }))}
          />
        </Field>
      </View>
    </View>
  );
}

/** The problems below a path, by what is left of theirs. */
const problemsAt = (problems: Editing['problems'], path: string): Editing['problems'] =>
  Object.fromEntries(
    Object.entries(problems)
      .filter(([full]) => full.startsWith(`${path}.`))
      .map(([full, text]) => [full.slice(path.length + 1), text]),
  );

import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { dayText } from '@/calendar-words';
import { ListField } from '@/ui/list-field';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Problem } from '@/ui/field';
import type { Editing } from './editing';
import type { EventDraft, SessionDraft } from './event-draft';
import { nextSession, withSessions } from './event-draft';
import { formText } from './form-copy';
import { fieldNames } from './form-names';
import styles from './form.module.scss';
import { instantOf } from './moment-draft';
import { ClockField, MomentField } from './moment-field';

const at = classes(styles);
const words = formText.times;
const MOST_SESSIONS = 30;

/** When people come together: once, or several times. */
export function SessionsFields({ editing }: { readonly editing: Editing<EventDraft> }) {
  const { draft, problems, onChange } = editing;
  return (
    <View>
      <ListField
        items={draft.sessions}
        words={{ add: words.add, remove: words.remove, title: words.session }}
        fresh={() => nextSession(draft.sessions)}
        most={MOST_SESSIONS}
        least={1}
        onChange={(sessions) => onChange(withSessions(draft, sessions, Date.now()))}
      >
        {(session, onSession, nth) => (
          <SessionFields session={session} nth={nth} problem={problems[`sessions.${nth}`]} onSession={onSession} />
        )}
      </ListField>
      <Problem>{problems['sessions']}</Problem>
    </View>
  );
}

type SessionFieldsProps = {
  readonly session: SessionDraft;
  readonly nth: number;
  readonly problem: string | undefined;
  readonly onSession: (part: Partial<SessionDraft>) => void;
};

function SessionFields({ session, nth, problem, onSession }: SessionFieldsProps) {
  const { day, from, until, untilDay } = session;
  const named = (what: string): string => `${words.session(nth + 1)}${what}`;
  const isOvernight = untilDay !== '';
  return (
    <View>
      <ClockField
        kind="day"
        label={words.day}
        name={named(words.day)}
        value={day}
        problem={problem}
        onChange={(value) => onSession({ day: value })}
      />
      {instantOf({ day, time: '12:00' }) === null ? null : (
        <View className={at('said')}>{dayText(day as ShanghaiDay)}</View>
      )}
      <View className={at('pair')}>
        <View className={at('half')}>
          <ClockField
            kind="time"
            label={words.from}
            name={named(words.from)}
            value={from}
            onChange={(value) => onSession({ from: value })}
          />
        </View>
        <View className={at('half')}>
          <ClockField
            kind="time"
            label={words.until}
            name={named(words.until)}
            value={until}
            onChange={(value) => onSession({ until: value })}
          />
        </View>
      </View>
      {isOvernight ? (
        <ClockField
          kind="day"
          label={words.untilDay}
          name={named(words.untilDay)}
          value={untilDay}
          onChange={(value) => onSession({ untilDay: value })}
        />
      ) : null}
      <View className={at('action')}>
        <Button kind="quiet" onPress={() => onSession({ untilDay: isOvernight ? '' : day })}>
          {isOvernight ? words.sameDay : words.overnight}
        </Button>
      </View>
    </View>
  );
}

/** From when until when one registers, and until when one may change one's mind without a word. */
export function RegistrationFields({ editing }: { readonly editing: Editing<EventDraft> }) {
  const { draft, problems, onChange } = editing;
  return (
    <View>
      <MomentField
        label={fieldNames.opensAt}
        hint={words.opensHint}
        value={draft.opensAt}
        problem={problems['opensAt']}
        onChange={(opensAt) => onChange({ opensAt })}
      />
      <MomentField
        label={fieldNames.closesAt}
        hint={draft.places === 'draw' && draft.quotas.mode !== 'none' ? words.closesHintDraw : words.closesHint}
        value={draft.closesAt}
        problem={problems['closesAt']}
        onChange={(closesAt) => onChange({ closesAt })}
      />
      <MomentField
        label={fieldNames.cancelBy}
        hint={words.cancelHint}
        value={draft.cancelBy}
        problem={problems['cancelBy']}
        onChange={(cancelBy) => onChange({ cancelBy })}
      />
    </View>
  );
}

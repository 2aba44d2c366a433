import type { OwnRegistration } from '@contract/event-view';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Part, Press } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Field } from '@/ui/field';
import { Panel } from '@/ui/panel';
import { TextArea } from '@/ui/text-area';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { ownWords, rateRefusals, starLabel, starWords } from './own-copy';
import styles from './own.module.scss';

const at = classes(styles);

/** As many as the server reads. Characters. */
const MOST_WORDS = 200;

export type RatePanelProps = { readonly own: OwnRegistration; readonly onDone: () => void };

/** One to five stars and a few words, of those who were there. */
export function RatePanel({ own, onDone }: RatePanelProps) {
  const { step, run } = useDeed('event.rate', rateRefusals);
  const [stars, setStars] = useState(0);
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<string>();
  const say = useSay();
  const onRate = async () => {
    if (stars === 0) {
      setProblem(ownWords.starsMissing);
      return;
    }
    const said = words.trim();
    const after = await run({ eventId: own.eventId, stars, words: said === '' ? null : said });
    if (after.at !== 'done') return;
    say(ownWords.rated);
    onDone();
  };
  return (
    <Panel title={ownWords.rateTitle}>
      <View className={at('about')}>{ownWords.rateAbout}</View>
      <Stars
        stars={stars}
        problem={problem}
        onStars={(picked) => {
          setStars(picked);
          setProblem(undefined);
        }}
      />
      {stars > 0 && stars < 3 ? <View className={at('about')}>{ownWords.rateLow}</View> : null}
      <TextArea label={ownWords.words} optional value={words} onChange={setWords} maxLength={MOST_WORDS} />
      <DeedNotice step={step} />
      <View className={at('button')}>
        <Button busy={step.at === 'sending'} onPress={() => void onRate()}>
          {ownWords.rate}
        </Button>
      </View>
    </Panel>
  );
}

type StarsProps = {
  readonly stars: number;
  readonly problem: string | undefined;
  readonly onStars: (stars: number) => void;
};

function Stars({ stars, problem, onStars }: StarsProps) {
  return (
    <Field label={ownWords.stars} problem={problem}>
      <Part className={at('stars')} role="radiogroup" label={ownWords.stars}>
        {starWords.map((_, before) => {
          const nth = before + 1;
          return (
            <Press
              key={nth}
              className={at('star')}
              role="radio"
              checked={nth === stars}
              inTabOrder={nth === Math.max(stars, 1)}
              label={starLabel(nth)}
              onPress={() => onStars(nth)}
            >
              {nth <= stars ? '★' : '☆'}
            </Press>
          );
        })}
      </Part>
      <View className={at('starWords')}>{stars === 0 ? '' : starLabel(stars)}</View>
    </Field>
  );
}

/** What one said before. */
export function GivenRating({ stars, words }: { readonly stars: number; readonly words: string | null }) {
  return (
    <Panel title={ownWords.ratedTitle}>
      <Part role="img" className={at('given')} label={starLabel(stars)}>
        {'★'.repeat(stars) + '☆'.repeat(5 - stars)}
      </Part>
      {words === null ? null : <View className={at('text')}>{words}</View>}
    </Panel>
  );
}

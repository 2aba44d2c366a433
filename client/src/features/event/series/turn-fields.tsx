import { View } from '@tarojs/components';
import { ListField } from '@/ui/list-field';
import { classes } from '@/ui/classes';
import { Problem } from '@/ui/field';
import { ContentFields } from '../form/content-fields';
import type { Editing } from '../form/editing';
import styles from '../form/form.module.scss';
import type { Problems } from '../form/read-problems';
import { seriesText } from './series-copy';
import type { SeriesDraft } from './series-draft';
import { nextTurn } from './series-draft';

const at = classes(styles);
const words = seriesText;
const MOST_TURNS = 31;

/** What comes in turn, each with who gives it. */
export function TurnFields({ editing: { draft, problems, onChange } }: { readonly editing: Editing<SeriesDraft> }) {
  return (
    <View>
      <View className={at('about')}>{words.turnsAbout}</View>
      <ListField
        items={draft.turns}
        words={{ add: words.addTurn, remove: words.removeTurn, title: words.turn }}
        fresh={() => nextTurn(draft.turns)}
        most={MOST_TURNS}
        least={1}
        onChange={(turns) => onChange({ turns })}
      >
        {(turn, onTurn, nth) => (
          <ContentFields draft={turn} problems={problemsBelow(problems, `turns.${nth}.`)} onChange={onTurn} />
        )}
      </ListField>
      <Problem>{problems['turns']}</Problem>
    </View>
  );
}

/** The problems below a path, by what is left of theirs. */
const problemsBelow = (problems: Problems, path: string): Problems =>
  Object.fromEntries(
    Object.entries(problems)
      .filter(([full]) => full.startsWith(path))
      .map(([full, text]) => [full.slice(path.length), text]),
  );

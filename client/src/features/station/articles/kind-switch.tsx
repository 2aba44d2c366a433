import type { ArticleKind } from '@contract/article';
import { Part, Press } from '@/platform/elements';
import { chipClass } from '@/ui/chip';
import { classes } from '@/ui/classes';
import { articleText, kindNames } from './article-copy';
import styles from './articles.module.scss';

const at = classes(styles);

const choices: readonly (ArticleKind | null)[] = [null, ...(Object.keys(kindNames) as ArticleKind[])];

export type KindSwitchProps = {
  readonly kind: ArticleKind | null;
  readonly onChange: (kind: ArticleKind | null) => void;
};

/** Everything, or one kind. */
export function KindSwitch({ kind, onChange }: KindSwitchProps) {
  return (
    <Part className={at('kinds')} role="radiogroup" label={articleText.kinds}>
      {choices.map((choice) => (
        <Press
          key={choice ?? 'all'}
          className={chipClass(choice === kind)}
          role="radio"
          checked={choice === kind}
          inTabOrder={choice === kind}
          onPress={() => onChange(choice)}
        >
          {choice === null ? articleText.all : kindNames[choice]}
        </Press>
      ))}
    </Part>
  );
}

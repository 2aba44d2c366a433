import { View } from '@tarojs/components';
import { Checks } from '@/ui/choices';
import { Panel } from '@/ui/panel';
import { PickField } from '@/ui/pick-field';
import { childWishNames, seekingNames } from '../match-words';
import type { AboutFieldsProps } from './about-fields';
import { ContactFields } from './contact-fields';
import { choicesOf } from './fact-field';
import { formText as text } from './form-copy';

const seekingChoices = choicesOf(seekingNames);
const childWishChoices = choicesOf(childWishNames);

/** How one is reached, which opens only to whoever said yes as well, and what the rule alone reads. */
export function PrivateFields({ draft, problems, onChange, mayBeSensitive }: AboutFieldsProps) {
  return (
    <View>
      <Panel title={text.contactTitle}>
        <View>{text.contactAbout}</View>
        <ContactFields draft={draft} problem={problems.contact} onChange={onChange} />
      </Panel>
      <Panel title={text.wishes}>
        <View>{text.wishesAbout}</View>
        {mayBeSensitive ? (
          <View>
            <PickField
              label={text.seeks}
              hint={text.seeksHint}
              optional
              placeholder={text.unsaid}
              options={seekingChoices}
              value={draft.seeks}
              onChange={(seeks) => onChange({ seeks })}
            />
            <PickField
              label={text.children}
              optional
              placeholder={text.unsaid}
              options={childWishChoices}
              value={draft.children}
              onChange={(children) => onChange({ children })}
            />
          </View>
        ) : (
          <View>{text.wishesOff}</View>
        )}
        <Checks
          options={[{ value: 'not-colleagues', label: text.notColleagues, about: text.notColleaguesAbout }]}
          values={draft.notColleagues ? ['not-colleagues'] : []}
          onChange={(values) => onChange({ notColleagues: values.length > 0 })}
        />
      </Panel>
    </View>
  );
}

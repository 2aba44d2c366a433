import type { OwnProfile } from '@contract/match-profile';
import { View } from '@tarojs/components';
import { fullDayText } from '@/calendar-words';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { Screen } from '@/ui/screen';
import { Tag } from '@/ui/tag';
import { homeText } from '../home/home-copy';
import { heldNames, profileStateWords } from '../match-words';
import { ConsentsPanel } from './consents-panel';
import { LeavePanel } from './leave-panel';
import { ownLines, privateLines } from './own-lines';
import { PhotoPanel } from './photo-panel';
import { profileText as text } from './profile-copy';
import { RenewPanel, RestPanel } from './rest-panels';

export type ProfilePartProps = { readonly profile: OwnProfile; readonly onChanged: () => void };
export type ProfileSheetProps = ProfilePartProps & { readonly onEdit: () => void };

/** Everything that the studio holds of one, and every way to change it or take it back. */
export function ProfileSheet({ profile, onChanged, onEdit }: ProfileSheetProps) {
  const { form } = profile;
  return (
    <Screen title={text.title} footer={<Button onPress={onEdit}>{text.edit}</Button>}>
      <WaitingNotices profile={profile} />
      <StatePanel profile={profile} />
      {profile.mayRenew ? <RenewPanel onChanged={onChanged} /> : null}
      <Panel title={text.said}>
        <Facts items={ownLines(form, Date.now())} />
      </Panel>
      <Panel title={text.private}>
        <Facts items={privateLines(form)} />
      </Panel>
      <PhotoPanel profile={profile} onProfile={onChanged} />
      <ConsentsPanel profile={profile} onChanged={onChanged} />
      {profile.state === 'expired' ? null : <RestPanel profile={profile} onChanged={onChanged} />}
      <Rows label={text.more}>
        <Row title={homeText.looks} about={homeText.looksAbout} onPress={() => go('looks')} />
      </Rows>
      <LeavePanel />
    </Screen>
  );
}

/** What waits for a matchmaker's look, and what was looked at and is not shown. */
function WaitingNotices({ profile: { held, turnedDown } }: { readonly profile: OwnProfile }) {
  const waits = held.filter((field) => !turnedDown.some((other) => other.field === field));
  return (
    <View>
      {turnedDown.map(({ field, reason }) => (
        <Notice key={field} tone="warn" title={text.turnedDownTitle(heldNames[field])}>
          {text.turnedDownText(reason)}
        </Notice>
      ))}
      {waits.length === 0 ? null : (
        <Notice tone="info" title={text.heldTitle}>
          {text.heldText(waits.map((field) => heldNames[field]).join('、'))}
        </Notice>
      )}
    </View>
  );
}

function StatePanel({ profile }: { readonly profile: OwnProfile }) {
  const { state, studioName, expiresOn, isStamped, needsStamp } = profile;
  const { tone, text: words } = profileStateWords[state];
  const day = fullDayText(expiresOn);
  return (
    <Panel title={text.state}>
      <Tag tone={tone}>{words}</Tag>
      <Facts
        items={[
          { label: text.studio, value: studioName },
          { label: text.until, value: state === 'expired' ? text.untilGone(day) : text.untilText(day) },
          ...(needsStamp || isStamped
            ? [{ label: text.stamp, value: isStamped ? text.stamped : text.notStamped }]
            : []),
        ]}
      />
    </Panel>
  );
}

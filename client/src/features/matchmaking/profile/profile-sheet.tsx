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
import { profileStateWords } from '../match-states';
import { heldNames } from '../match-words';
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
  const isPaused = profile.state === 'paused';
  const consents = <ConsentsPanel profile={profile} onChanged={onChanged} />;
  const rest = <RestPanel profile={profile} onChanged={onChanged} />;
  return (
    <Screen title={text.title} footer={<Button onPress={onEdit}>{text.edit}</Button>}>
      <WaitingNotices profile={profile} />
      <StatePanel profile={profile} />
      {isPaused ? rest : null}
      {profile.mayRenew ? <RenewPanel onChanged={onChanged} /> : null}
      {mayBeProposed(profile) ? null : consents}
      <Panel title={text.said}>
        <Facts items={ownLines(form, Date.now())} />
      </Panel>
      <Panel title={text.private}>
        <Facts items={privateLines(form)} />
      </Panel>
      <PhotoPanel profile={profile} onProfile={onChanged} />
      {mayBeProposed(profile) ? consents : null}
      {profile.state === 'active' ? rest : null}
      <Rows label={text.more}>
        <Row title={homeText.looks} about={homeText.looksAbout} onPress={() => go('looks')} />
      </Rows>
      <LeavePanel />
    </Screen>
  );
}

/** Agreed to be proposed to others. Of whoever did not, the consents stand near the top. */
const mayBeProposed = ({ consents }: OwnProfile): boolean => consents.some(({ purpose }) => purpose === 'proposals');

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
  const { tone, text: words } =
    state === 'active' && !mayBeProposed(profile) ? text.notProposed : profileStateWords[state];
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

import type { SelfView } from '@contract/member';
import { View } from '@tarojs/components';
import { copyText } from '@/platform/device';
import { Heading } from '@/platform/elements';
import { roleWords } from '@/role-words';
import { go } from '@/routes';
import { classes } from '@/ui/classes';
import { Row, Rows } from '@/ui/rows';
import { useSay } from '@/ui/toast';
import { cardWords } from '../home/copy';
import {
  administers,
  answersCases,
  holdsEvents,
  keepsTheRoll,
  matchmakes,
  tendsStations,
  works,
} from '../home/situation';
import { mineWords } from './copy';
import { EventRows } from './event-rows';
import styles from './mine.module.scss';

const at = classes(styles);

/** Everything of one's own, and what one may do for the union. */
export function OwnRows({ self }: { readonly self: SelfView }) {
  const say = useSay();
  const onCopy = async () => say((await copyText(self.personId)) ? mineWords.copied : mineWords.notCopied);
  const isMember = self.card !== null && self.card !== 'pending';
  return (
    <View>
      <View className={at('who')}>
        <Heading level={2} className={at('name')}>
          {self.name ?? mineWords.unnamed}
        </Heading>
        <View className={at('union')}>{self.unionName ?? mineWords.noUnion}</View>
        {self.roles.map(({ role, unionName }) => (
          <View key={role + unionName} className={at('union')}>
            {`${unionName} ${roleWords[role]}`}
          </View>
        ))}
      </View>
      <EventRows />
      <Rows label={mineWords.member}>
        {self.card === null ? null : (
          <Row title={mineWords.card} value={cardWords[self.card]} onPress={() => go('card')} />
        )}
        {isMember ? (
          <Row title={mineWords.membership} onPress={() => go('membership')} />
        ) : (
          <Row
            title={mineWords.enrolment}
            about={mineWords.enrolmentAbout}
            onPress={() => go(self.enrolment === null || self.enrolment === 'draft' ? 'enrol' : 'status')}
          />
        )}
        <Row title={mineWords.ownData} about={mineWords.ownDataAbout} onPress={() => go('ownData')} />
        <Row title={mineWords.ownReports} about={mineWords.ownReportsAbout} onPress={() => go('ownReports')} />
        <Row title={mineWords.verify} about={mineWords.verifyAbout} onPress={() => go('verify')} />
        <Row
          title={mineWords.number}
          about={`${self.personId}（${mineWords.numberAbout}）`}
          deed={mineWords.copy}
          onPress={() => void onCopy()}
        />
      </Rows>
      {works(self) ? (
        <Rows label={mineWords.staff}>
          {answersCases(self) ? <Row title={mineWords.queue} onPress={() => go('queue')} /> : null}
          {matchmakes(self) ? <Row title={mineWords.bench} onPress={() => go('bench')} /> : null}
          {tendsStations(self) ? <Row title={mineWords.ownStations} onPress={() => go('ownStations')} /> : null}
          {holdsEvents(self) ? <Row title={mineWords.waiting} onPress={() => go('waiting')} /> : null}
          {holdsEvents(self) ? <Row title={mineWords.eventsDesk} onPress={() => go('eventsDesk')} /> : null}
          {keepsTheRoll(self) ? <Row title={mineWords.roll} onPress={() => go('roll')} /> : null}
          {administers(self) ? <Row title={mineWords.people} onPress={() => go('staff')} /> : null}
          {keepsTheRoll(self) ? <Row title={mineWords.studioForm} onPress={() => go('studioForm')} /> : null}
          {administers(self) ? <Row title={mineWords.matchReports} onPress={() => go('matchReports')} /> : null}
        </Rows>
      ) : null}
    </View>
  );
}

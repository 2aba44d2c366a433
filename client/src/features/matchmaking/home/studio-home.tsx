import { View } from '@tarojs/components';
import { go, replaceWith } from '@/routes';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { Row, Rows } from '@/ui/rows';
import { Screen } from '@/ui/screen';
import { sittingText } from '../match-words';
import { Points } from '../points';
import { homeText as text } from './home-copy';
import { OwnPanel } from './own-panel';
import { OwnRows } from './own-rows';
import { StudioPanel } from './studio-panel';
import type { StudioHome as Home } from './use-studio';

/** A studio: one's own state first, then what it is and how it works. */
export function StudioHome({ home }: { readonly home: Home }) {
  const { studio, others, self } = home;
  if (studio === null) {
    return (
      <Screen title={text.title}>
        <Empty title={text.none} about={text.noneAbout} />
      </Screen>
    );
  }
  return (
    <Screen title={text.title} footer={footerOf(home)}>
      <OwnPanel self={self} isOpen={studio.isOpen} />
      {self === null ? null : <OwnRows studio={studio} hasProfile={self.profile !== null} open={self.open} />}
      <StudioPanel studio={studio} />
      <Panel title={text.how}>
        <Points points={text.points} />
      </Panel>
      {others.length === 0 || self?.profile != null ? null : (
        <View>
          <Rows label={text.others}>
            {others.map((other) => (
              <Row
                key={other.studioId}
                title={other.name}
                about={sittingText(other)}
                onPress={() => replaceWith('studio', { id: other.studioId })}
              />
            ))}
          </Rows>
        </View>
      )}
    </Screen>
  );
}

/** The one thing that somebody who has not joined can do; whoever has joined need do nothing. */
function footerOf({ studio, self }: Home) {
  if (self === null || studio === null || self.profile !== null) return undefined;
  if (!self.isMember) return <Button onPress={() => go('enrol')}>{text.toEnrol}</Button>;
  if (!studio.isOpen) return undefined;
  return <Button onPress={() => go('joinStudio', { id: studio.studioId })}>{text.join}</Button>;
}

import type { Place } from '@contract/place';
import { useState } from 'react';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { Row, Rows } from '@/ui/rows';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { Drawer } from './drawer';
import { findWords, streetCount } from './find-copy';

export type Street = ValueFor<'station.listStreets'>['streets'][number];
type PickedStreet = { readonly name: string; readonly place: Place };

export type StreetsDrawerProps = { readonly onPick: (street: PickedStreet) => void; readonly onClose: () => void };

/** Where to begin for whoever does not say where they are. */
export function StreetsDrawer({ onPick, onClose }: StreetsDrawerProps) {
  const { question } = useQuestion('station.listStreets', {});
  return (
    <Drawer title={findWords.streets} onClose={onClose}>
      <Asked question={question} skeletonRows={8}>
        {({ streets }) =>
          streets.length === 0 ? (
            <Empty title={findWords.noStreets} about={findWords.noStreetsAbout} />
          ) : (
            <StreetList streets={streets} onPick={onPick} />
          )
        }
      </Asked>
    </Drawer>
  );
}

/** One district's streets at once; with several districts one picks that first. */
function StreetList({
  streets,
  onPick,
}: {
  readonly streets: readonly Street[];
  readonly onPick: StreetsDrawerProps['onPick'];
}) {
  const districts = byDistrict(streets);
  const [only] = districts.length === 1 ? districts : [];
  const [picked, setPicked] = useState<string | null>(null);
  const shown = only ?? districts.find(({ district }) => district === picked);
  if (shown === undefined) {
    return (
      <Rows>
        {districts.map(({ district, count }) => (
          <Row key={district} title={district} value={streetCount(count)} onPress={() => setPicked(district)} />
        ))}
      </Rows>
    );
  }
  return (
    <>
      <Rows label={shown.district}>
        {shown.streets.map(({ street, place, count }) => (
          <Row key={street} title={street} value={streetCount(count)} onPress={() => onPick({ name: street, place })} />
        ))}
      </Rows>
      {only === undefined ? (
        <Button kind="quiet" onPress={() => setPicked(null)}>
          {findWords.otherDistrict}
        </Button>
      ) : null}
    </>
  );
}

type District = { readonly district: string; readonly count: number; readonly streets: readonly Street[] };

export function byDistrict(streets: readonly Street[]): District[] {
  const names = [...new Set(streets.map(({ district }) => district))];
  const found = names.map((district) => {
    const own = streets.filter((street) => street.district === district);
    return { district, streets: own, count: own.reduce((sum, { count }) => sum + count, 0) };
  });
  // Where most stations are, most people are.
  return found.sort((one, other) => other.count - one.count);
}

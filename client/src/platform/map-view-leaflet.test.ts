import type { MapViewProps } from './map-view';
import type { DrawnMap } from './map-view-leaflet';
import { drawMap } from './map-view-leaflet';

Object.assign(globalThis, { TILE_URL: 'https://tiles.invalid/{z}/{x}/{y}', TILE_ATTRIBUTION: '某地图' });

const centre = { longitude: 121.5, latitude: 31.2 };
const near = { longitude: 121.501, latitude: 31.201 };
const words = '一号站，开着';

const someProps = (about: Partial<MapViewProps> = {}): { current: MapViewProps } => ({
  current: {
    sight: { centre, zoom: 15 },
    pins: [{ id: 'one', place: centre, state: 'open', words }],
    clusters: [{ place: near, count: 12, zoom: 17 }],
    names: [{ name: '潍坊新村街道', place: near }],
    own: null,
    selected: null,
    coveredShare: 0,
    large: false,
    label: '站点地图',
    about: '',
    lost: () => null,
    onRest: jest.fn(),
    onPin: jest.fn(),
    onCluster: jest.fn(),
    ...about,
  },
});

let ground: HTMLElement;
let drawn: DrawnMap | null = null;

/** A screen, which jsdom has not: the map is 375 by 600. */
function draw(props: { current: MapViewProps }): DrawnMap {
  ground = document.createElement('div');
  Object.defineProperties(ground, { clientWidth: { value: 375 }, clientHeight: { value: 600 } });
  document.body.append(ground);
  drawn = drawMap(ground, props, () => undefined);
  return drawn;
}
afterEach(() => {
  drawn?.remove();
  ground.remove();
});

const button = (label: string): HTMLElement | null => ground.querySelector(`button[aria-label="${label}"]`);

it('shows pins and clusters when every tile is refused, and says whose tiles they are', () => {
  draw(someProps());
  const tiles = ground.querySelectorAll('img');
  expect(tiles.length).toBeGreaterThan(0);
  tiles.forEach((tile) => tile.dispatchEvent(new Event('error')));
  expect(button(words)?.textContent).toBe('开');
  expect(button('12 个站点，放大查看')?.textContent).toBe('12');
  expect(ground.querySelector('.leaflet-control-attribution')?.textContent).toContain('某地图');
});

it('tells which pin or cluster was pressed', () => {
  const props = someProps();
  draw(props);
  button(words)?.click();
  button('12 个站点，放大查看')?.click();
  expect(props.current.onPin).toHaveBeenCalledWith('one');
  expect(props.current.onCluster).toHaveBeenCalledWith(props.current.clusters[0]);
});

it('says the state by letter and name, not by colour alone', () => {
  const [open] = someProps().current.pins;
  if (open === undefined) throw new Error('no pin');
  draw(
    someProps({
      pins: [
        { ...open, id: 'b', state: 'closed', words: '二号站，关着' },
        { ...open, id: 'c', state: 'doubtful', words: '三号站，待核实' },
      ],
    }),
  );
  expect(button('二号站，关着')?.textContent).toBe('关');
  expect(button('三号站，待核实')?.textContent).toBe('?');
});

it('keeps the pins that stay, takes away the others, and draws a changed one anew', () => {
  const props = someProps();
  const { update } = draw(props);
  const before = button(words);
  props.current = { ...props.current, clusters: [] };
  update();
  expect(button(words)).toBe(before);
  expect(button('12 个站点，放大查看')).toBeNull();
  props.current = { ...props.current, selected: 'one' };
  update();
  expect(button(words)).not.toBe(before);
  expect(button(words)?.getAttribute('aria-current')).toBe('true');
});

it('does not tell that it rests where it was told to go', () => {
  const props = someProps();
  const { goTo } = draw(props);
  goTo({ centre: near, zoom: 15 });
  goTo({ centre, zoom: 12 });
  expect(props.current.onRest).not.toHaveBeenCalled();
});

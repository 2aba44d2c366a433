import { Screen } from '@/ui/screen';

export default function OnDutyPage() {
  return <Screen title="值班">{null}</Screen>;
}

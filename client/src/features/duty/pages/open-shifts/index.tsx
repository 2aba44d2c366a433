import { Screen } from '@/ui/screen';

export default function OpenShiftsPage() {
  return <Screen title="可以领的班">{null}</Screen>;
}

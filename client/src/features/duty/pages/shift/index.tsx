import { Screen } from '@/ui/screen';

export default function ShiftPage() {
  return <Screen title="这一班">{null}</Screen>;
}

import { Screen } from '@/ui/screen';

export default function VolunteerPage() {
  return <Screen title="值班">{null}</Screen>;
}

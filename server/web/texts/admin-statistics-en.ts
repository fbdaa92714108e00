/** What the statistics say. Names that come in have been made safe to show already. */
import { count } from './count.ts';

export const statisticsTexts = {
  title: 'Statistics',
  asTables: 'As tables',
  asCharts: 'As charts',
  csvOf: (title: string) => `CSV of ${title}`,
  filters: 'What is counted',
  period: 'Period',
  periods: {
    today: 'Today',
    'last-7': 'Last 7 days',
    'last-30': 'Last 30 days',
    'last-90': 'Last 90 days',
    own: 'Own days…',
  },
  from: 'From',
  to: 'To',
  ownWrong: 'Choose a first day and a last one that is not before it, at most a year apart.',
  channel: 'Channel',
  allChannels: 'All channels',
  byCode: 'By code',
  group: 'Group',
  allGroups: 'All groups',
  rep: 'Rep',
  allReps: 'All reps',
  incident: 'Incident',
  allIncidents: 'All incidents',
  comparedWith: (days: string, zone: string) => `compared with ${days} · days of ${zone}`,
  span: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  onlyAnswered: 'Nobody answered who gave up, so with a rep or group chosen they are not counted.',
  hoursAndMinutes: (hours: number, minutes: number) =>
    hours === 0 ? `${minutes} min` : `${hours} h ${String(minutes).padStart(2, '0')} min`,
  nothing: 'Nobody asked in this time. Choose other days or another filter.',

  figures: {
    requests: 'Requests',
    answered: 'Answered',
    gaveUp: 'Gave up',
    wait: 'Median wait',
    session: 'Median session',
    quick: 'Answered in a minute',
    none: '–',
    percent: (part: number) => `${part} %`,
  },

  days: {
    title: 'Requests a day',
    answered: 'answered',
    gaveUp: 'gave up',
    name: (span: string, requests: number, gaveUp: number, most: string) =>
      `Requests a day, ${span}: ${count(requests, 'request', 'requests')} in all, of which ${gaveUp} gave up. ${most}`,
    most: (day: string, requests: number, gaveUp: number) =>
      `${day}: ${count(requests, 'request', 'requests')}, ${gaveUp} gave up`,
    bar: (day: string, answered: number, gaveUp: number) => `${day}: ${answered} answered, ${gaveUp} gave up`,
  },
  waits: {
    title: 'Waiting time, minutes',
    detail: 'from asking to the answer, by day',
    median: (length: string) => `median ${length}`,
    nineInTen: (length: string) => `9 in 10: ${length}`,
    name: (span: string, median: string, nineInTen: string) =>
      `Waiting time a day, ${span}: ${median} in the middle of all days, 9 in 10 waited at most ${nineInTen}.`,
  },
  hours: {
    title: 'When customers ask',
    detail: 'requests in an average hour; the hour begins at the number below',
    name: (busiest: string) => `Requests by day of the week and hour. ${busiest}`,
    busiest: (weekday: string, hour: number, average: string) =>
      `Most are asked on ${weekday} from ${hour}:00, ${average} on average.`,
    weekdays: ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    weekdaysWhole: ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  },
  channels: { title: 'Support channels', detail: 'by number of requests', head: 'Channel' },
  groups: { title: 'Groups', detail: 'by the reps who answered', head: 'Group' },
  incidents: { title: 'Incidents', detail: 'by number of requests', head: 'Incident' },
  reps: { title: 'Representatives', detail: 'who answered, and who was there', head: 'Representative' },

  columns: {
    day: 'Day',
    /** Over bars; read aloud only. */
    compared: 'Compared',
    requests: 'Requests',
    answered: 'Answered',
    gaveUp: 'Gave up',
    wait: 'Median wait',
    nineInTen: '9 in 10',
    sessions: 'Sessions',
    session: 'Median session',
    allSessions: 'All sessions',
    online: 'Online',
    busy: 'Busy',
    away: 'Away',
    missed: 'Missed offers',
  },
} as const;

import { Text, Title } from '@mantine/core';
import classes from './about-numbers.module.css';
import { allMetrics, metrics } from './model/metrics';

/** What each number counts, and what a person must know to read it rightly. */
export function AboutNumbers() {
  return (
    <details className={classes.about}>
      <summary className={classes.summary}>
        <Title order={2} className={classes.title}>
          About these numbers
        </Title>
      </summary>
      <div className={classes.text}>
        <Text>
          All numbers come from Instagram; we store what it answers and estimate nothing. A number that
          Instagram did not give is "not known", which is not the same as 0.
        </Text>
        <Text>
          Instagram is up to 48 h late. Until a day is complete it is drawn dotted, as still filling, and is
          in no total. A range ends at the last complete day.
        </Text>
        <Text>
          A day is Instagram's day: it begins and ends at midnight in Los Angeles, whatever your own time zone
          is.
        </Text>
        <Text>
          Reach and accounts engaged count people. Somebody who comes on two days is one person on each of
          them, so days cannot be added up.
        </Text>
        <dl className={classes.definitions}>
          {allMetrics.map((metric) => (
            <div key={metric} className={classes.definition}>
              <dt>{metrics[metric].label}</dt>
              <dd>{metrics[metric].definition}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}

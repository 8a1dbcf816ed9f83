-- The January pipeline's reads, joins and Parquet writes, as one would write them by hand.
SET TimeZone = 'UTC';
COPY (SELECT *, now() AS ingested_at FROM read_csv('$landing/flights/*.csv', header = true, all_varchar = true, filename = true)) TO '$folder/bronze_flights.parquet';
COPY (SELECT *, now() AS ingested_at FROM read_json('$landing/weather/*.jsonl', format = 'newline_delimited', filename = true)) TO '$folder/bronze_weather.parquet';
COPY (SELECT *, now() AS ingested_at FROM read_csv('$landing/planes/*.csv', header = true, all_varchar = true, filename = true)) TO '$folder/bronze_planes.parquet';
COPY (SELECT *, now() AS ingested_at FROM read_csv('$landing/airlines/*.csv', header = true, all_varchar = true, filename = true)) TO '$folder/bronze_airlines.parquet';
COPY (SELECT *, now() AS ingested_at FROM read_csv('$landing/airports/*.csv', header = true, all_varchar = true, filename = true)) TO '$folder/bronze_airports.parquet';

COPY (SELECT carrier, name FROM '$folder/bronze_airlines.parquet') TO '$folder/silver_airlines.parquet';
COPY (SELECT faa, name, lat::DOUBLE AS latitude, lon::DOUBLE AS longitude, alt::INT AS altitude_feet, CASE WHEN tzone LIKE '%/%' THEN tzone END AS time_zone FROM '$folder/bronze_airports.parquet') TO '$folder/silver_airports.parquet';
COPY (SELECT tailnum AS tail_number, try_cast(year AS INT) AS year_built, type, manufacturer, model, engines::INT AS engines, seats::INT AS seats, try_cast(speed AS INT) AS speed_mph, engine FROM '$folder/bronze_planes.parquet') TO '$folder/silver_planes.parquet';
COPY (
  SELECT origin, time_hour::TIMESTAMPTZ AS observed_at, make_date(year, month, day) AS observation_date, hour AS local_hour, temp, dewp, humid, wind_dir, wind_speed, wind_gust, precip, pressure, visib
  FROM '$folder/bronze_weather.parquet' WHERE wind_speed IS NULL OR wind_speed <= 250
  QUALIFY row_number() OVER (PARTITION BY origin, time_hour ORDER BY filename DESC) = 1
) TO '$folder/silver_weather.parquet';
COPY (
  WITH typed AS (
    SELECT make_date(year::INT, month::INT, day::INT) AS flight_date, carrier, flight::INT AS flight, nullif(tailnum, 'NA') AS tail_number, origin, dest AS destination,
      sched_dep_time::INT AS scheduled, try_cast(dep_time AS INT) AS departed, sched_arr_time::INT AS due, try_cast(arr_time AS INT) AS arrived,
      try_cast(dep_delay AS INT) AS departure_delay_minutes, try_cast(arr_delay AS INT) AS arrival_delay_minutes, try_cast(air_time AS INT) AS air_time_minutes, distance::INT AS distance_miles, filename
    FROM '$folder/bronze_flights.parquet'
  ), zones AS (
    SELECT faa, time_zone FROM '$folder/silver_airports.parquet' WHERE time_zone IS NOT NULL
    UNION ALL VALUES ('BQN', 'America/Puerto_Rico'), ('PSE', 'America/Puerto_Rico'), ('SJU', 'America/Puerto_Rico'), ('STT', 'America/St_Thomas')
  ), minutes AS (
    SELECT typed.*, o.time_zone AS origin_zone, d.time_zone AS destination_zone,
      scheduled - 40 * (scheduled // 100) AS s, departed - 40 * (departed // 100) AS p, due - 40 * (due // 100) AS q, arrived - 40 * (arrived // 100) AS a
    FROM typed LEFT JOIN zones o ON origin = o.faa LEFT JOIN zones d ON destination = d.faa
  ), rolled AS (
    SELECT *, p + 1440 * CAST(round((s + coalesce(departure_delay_minutes, 0) - p) / 1440) AS INT) AS departed_at FROM minutes
  )
  SELECT flight_date, carrier, flight, tail_number, origin, destination, departure_delay_minutes, arrival_delay_minutes, air_time_minutes, distance_miles,
    departed IS NULL AS is_cancelled, departed IS NOT NULL AND arrival_delay_minutes IS NULL AS is_diverted,
    timezone(origin_zone, flight_date + to_minutes(s)) AS scheduled_departure_at,
    timezone(origin_zone, flight_date + to_minutes(departed_at)) AS departure_at,
    timezone(destination_zone, flight_date + to_minutes(q + 1440 * (s // 1440) + CASE WHEN q < s % 1440 THEN 1440 ELSE 0 END)) AS scheduled_arrival_at,
    timezone(destination_zone, flight_date + to_minutes(a + 1440 * (departed_at // 1440) + CASE WHEN a < departed_at % 1440 THEN 1440 ELSE 0 END)) AS arrival_at
  FROM rolled QUALIFY row_number() OVER (PARTITION BY flight_date, carrier, flight, origin ORDER BY filename DESC) = 1
) TO '$folder/silver_flights.parquet';

COPY (SELECT hash(carrier) AS carrier_key, * FROM '$folder/silver_airlines.parquet') TO '$folder/dim_carrier.parquet';
COPY (SELECT hash(faa) AS airport_key, * FROM '$folder/silver_airports.parquet') TO '$folder/dim_airport.parquet';
COPY (SELECT hash(tail_number) AS plane_key, * FROM '$folder/silver_planes.parquet') TO '$folder/dim_plane.parquet';
COPY (SELECT strftime(d, '%Y%m%d')::INT AS date_key, d::DATE AS date, year(d) AS year, month(d) AS month, dayofweek(d) AS weekday FROM range(TIMESTAMP '2013-01-01', TIMESTAMP '2014-01-01', INTERVAL 1 DAY) t(d)) TO '$folder/dim_date.parquet';
COPY (
  SELECT strftime(f.flight_date, '%Y%m%d')::INT AS date_key, coalesce(c.carrier_key, 0) AS carrier_key, coalesce(o.airport_key, 0) AS origin_airport_key,
    coalesce(d.airport_key, 0) AS destination_airport_key, coalesce(p.plane_key, 0) AS plane_key, f.*
  FROM '$folder/silver_flights.parquet' f
  LEFT JOIN '$folder/dim_carrier.parquet' c ON f.carrier = c.carrier
  LEFT JOIN '$folder/dim_airport.parquet' o ON f.origin = o.faa
  LEFT JOIN '$folder/dim_airport.parquet' d ON f.destination = d.faa
  LEFT JOIN '$folder/dim_plane.parquet' p ON f.tail_number = p.tail_number
) TO '$folder/fact_flight.parquet';
COPY (
  SELECT carrier, flight_date, count(*) AS flights, count(*) FILTER (is_cancelled) AS cancelled, count(departure_delay_minutes) AS departures, sum(departure_delay_minutes) AS delay,
    avg(departure_delay_minutes) AS mean_departure_delay, avg(arrival_delay_minutes) AS mean_arrival_delay, avg((arrival_delay_minutes < 15)::INT) AS on_time
  FROM '$folder/fact_flight.parquet' GROUP BY ALL
) TO '$folder/carrier_day.parquet';
COPY (
  SELECT origin, destination, date_trunc('month', flight_date) AS flight_month, count(*) AS flights, count(*) FILTER (is_cancelled) AS cancelled, sum(departure_delay_minutes) AS delay,
    avg(departure_delay_minutes) AS mean_departure_delay, avg(arrival_delay_minutes) AS mean_arrival_delay, avg(air_time_minutes) AS mean_air_time
  FROM '$folder/fact_flight.parquet' GROUP BY ALL
) TO '$folder/route_month.parquet';
COPY (
  SELECT f.origin, date_trunc('month', flight_date) AS flight_month,
    CASE WHEN observed_at IS NULL THEN 'no observation' WHEN visib < 3 THEN 'low visibility' WHEN precip > 0 THEN 'precipitation' WHEN wind_speed >= 20 THEN 'strong wind' ELSE 'fair' END AS weather,
    count(*) AS flights, avg(departure_delay_minutes) AS mean_departure_delay
  FROM '$folder/fact_flight.parquet' f LEFT JOIN '$folder/silver_weather.parquet' w ON f.origin = w.origin AND date_trunc('hour', scheduled_departure_at) = observed_at
  GROUP BY ALL
) TO '$folder/weather_delay.parquet';

-- The sums must be those of the pipeline.
SELECT CASE WHEN count(*) = 27004 AND sum(departure_delay_minutes) = 265801 AND count(*) FILTER (is_cancelled) = 521 THEN 0 ELSE error('The facts do not add up.') END FROM '$folder/fact_flight.parquet';

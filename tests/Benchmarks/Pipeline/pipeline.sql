-- The tables of conf/pipelines/flights.json as plain DuckDB: each layer reads the Parquet files of the one before.
-- {landing} and {lake} are folders. Columns are given, as the platform knows them too: detecting them would take most of the time.

-- Bronze: text as it came, beside where it came from.
COPY (SELECT * EXCLUDE (filename), filename AS _source_file, now() AS _ingested_at
      FROM read_csv('{landing}/flights/*.csv', auto_detect = false, header = true, filename = true, columns = {year: 'VARCHAR', month: 'VARCHAR', day: 'VARCHAR', dep_time: 'VARCHAR', sched_dep_time: 'VARCHAR', dep_delay: 'VARCHAR', arr_time: 'VARCHAR',
        sched_arr_time: 'VARCHAR', arr_delay: 'VARCHAR', carrier: 'VARCHAR', flight: 'VARCHAR', tailnum: 'VARCHAR', origin: 'VARCHAR', dest: 'VARCHAR',
        air_time: 'VARCHAR', distance: 'VARCHAR', hour: 'VARCHAR', minute: 'VARCHAR', time_hour: 'VARCHAR'})) TO '{lake}/bronze_flights.parquet' (FORMAT parquet);
COPY (SELECT * EXCLUDE (filename), filename AS _source_file, now() AS _ingested_at
      FROM read_json('{landing}/weather/*.jsonl', format = 'newline_delimited', filename = true, columns = {origin: 'VARCHAR', year: 'VARCHAR', month: 'VARCHAR',
        day: 'VARCHAR', hour: 'VARCHAR', temp: 'VARCHAR', dewp: 'VARCHAR', humid: 'VARCHAR', wind_dir: 'VARCHAR', wind_speed: 'VARCHAR', wind_gust: 'VARCHAR',
        precip: 'VARCHAR', pressure: 'VARCHAR', visib: 'VARCHAR', time_hour: 'VARCHAR'})) TO '{lake}/bronze_weather.parquet' (FORMAT parquet);
COPY (SELECT * EXCLUDE (filename), filename AS _source_file, now() AS _ingested_at
      FROM read_csv('{landing}/planes/*.csv', auto_detect = false, header = true, filename = true, columns = {tailnum: 'VARCHAR', year: 'VARCHAR', type: 'VARCHAR', manufacturer: 'VARCHAR', model: 'VARCHAR', engines: 'VARCHAR', seats: 'VARCHAR', speed:
        'VARCHAR', engine: 'VARCHAR'})) TO '{lake}/bronze_planes.parquet' (FORMAT parquet);
COPY (SELECT * EXCLUDE (filename), filename AS _source_file, now() AS _ingested_at
      FROM read_csv('{landing}/airlines/*.csv', auto_detect = false, header = true, filename = true, columns = {carrier: 'VARCHAR', name: 'VARCHAR'})) TO '{lake}/bronze_airlines.parquet' (FORMAT parquet);
COPY (SELECT * EXCLUDE (filename), filename AS _source_file, now() AS _ingested_at
      FROM read_csv('{landing}/airports/*.csv', auto_detect = false, header = true, filename = true, columns = {faa: 'VARCHAR', name: 'VARCHAR', lat: 'VARCHAR', lon: 'VARCHAR', alt: 'VARCHAR', tz: 'VARCHAR', dst: 'VARCHAR', tzone: 'VARCHAR'})) TO '{lake}/bronze_airports.parquet' (FORMAT parquet);

-- Silver: registers.
COPY (SELECT nullif(carrier, 'NA') AS carrier, nullif(name, 'NA') AS name, true AS is_current
      FROM '{lake}/bronze_airlines.parquet' QUALIFY row_number() OVER (PARTITION BY carrier ORDER BY _source_file DESC, name DESC) = 1)
TO '{lake}/silver_airlines.parquet' (FORMAT parquet);
COPY (SELECT nullif(faa, 'NA') AS faa, nullif(name, 'NA') AS name, try_cast(nullif(lat, 'NA') AS DOUBLE) AS latitude, try_cast(nullif(lon, 'NA') AS DOUBLE) AS longitude,
        try_cast(nullif(alt, 'NA') AS INTEGER) AS altitude_feet, nullif(tzone, 'NA') AS time_zone, true AS is_current
      FROM '{lake}/bronze_airports.parquet' QUALIFY row_number() OVER (PARTITION BY faa ORDER BY _source_file DESC, name DESC) = 1)
TO '{lake}/silver_airports.parquet' (FORMAT parquet);
COPY (SELECT nullif(tailnum, 'NA') AS tail_number, try_cast(nullif(year, 'NA') AS INTEGER) AS year_built, nullif(type, 'NA') AS type,
        nullif(manufacturer, 'NA') AS manufacturer, nullif(model, 'NA') AS model, try_cast(nullif(engines, 'NA') AS INTEGER) AS engines,
        try_cast(nullif(seats, 'NA') AS INTEGER) AS seats, try_cast(nullif(speed, 'NA') AS INTEGER) AS speed_mph, nullif(engine, 'NA') AS engine,
        DATE '1900-01-01' AS valid_from, CAST(NULL AS DATE) AS valid_to, true AS is_current
      FROM '{lake}/bronze_planes.parquet' QUALIFY row_number() OVER (PARTITION BY tailnum ORDER BY _source_file DESC, model DESC) = 1)
TO '{lake}/silver_planes.parquet' (FORMAT parquet);

-- Silver: weather; what cannot be goes into quarantine.
CREATE TEMP TABLE weather AS
SELECT origin, CAST(time_hour AS TIMESTAMPTZ) AS observed_at, try_cast(concat(year, '-', month, '-', day) AS DATE) AS observation_date,
  try_cast(hour AS INTEGER) AS local_hour, try_cast(temp AS DOUBLE) AS temperature_fahrenheit, try_cast(dewp AS DOUBLE) AS dew_point_fahrenheit,
  try_cast(humid AS DOUBLE) AS relative_humidity, try_cast(wind_dir AS INTEGER) AS wind_direction_degrees, try_cast(wind_speed AS DOUBLE) AS wind_speed_mph,
  try_cast(wind_gust AS DOUBLE) AS wind_gust_mph, try_cast(precip AS DOUBLE) AS precipitation_inches, try_cast(pressure AS DOUBLE) AS pressure_millibars,
  try_cast(visib AS DOUBLE) AS visibility_miles
FROM '{lake}/bronze_weather.parquet'
QUALIFY row_number() OVER (PARTITION BY origin, observed_at ORDER BY _source_file DESC, local_hour DESC) = 1;
COPY (FROM weather WHERE coalesce(wind_speed_mph <= 250, true)) TO '{lake}/silver_weather.parquet' (FORMAT parquet);
COPY (FROM weather WHERE wind_speed_mph > 250) TO '{lake}/silver_weather_quarantine.parquet' (FORMAT parquet);
DROP TABLE weather;

-- Silver: flights, with clock readings as instants.
CREATE MACRO minutes(clock) AS (clock // 100) * 60 + clock % 100;
CREATE MACRO first_after(before, reading) AS reading + 1440 * CAST(floor(before / 1440) AS INTEGER) + CASE WHEN reading < before - 1440 * CAST(floor(before / 1440) AS INTEGER) THEN 1440 ELSE 0 END;
CREATE MACRO instant(day, reading, zone) AS timezone(zone, CAST(day AS TIMESTAMP) + to_minutes(reading));
CREATE TEMP TABLE zones AS
SELECT faa, time_zone FROM '{lake}/silver_airports.parquet' WHERE time_zone IS NOT NULL
UNION ALL
SELECT * FROM (VALUES ('BQN', 'America/Puerto_Rico'), ('PSE', 'America/Puerto_Rico'), ('SJU', 'America/Puerto_Rico'), ('STT', 'America/St_Thomas'))
WHERE col0 NOT IN (SELECT faa FROM '{lake}/silver_airports.parquet' WHERE time_zone IS NOT NULL);
COPY (
  WITH typed AS (
    SELECT try_cast(concat(year, '-', month, '-', day) AS DATE) AS flight_date, nullif(carrier, 'NA') AS carrier, try_cast(nullif(flight, 'NA') AS INTEGER) AS flight,
      nullif(tailnum, 'NA') AS tail_number, nullif(origin, 'NA') AS origin, nullif(dest, 'NA') AS destination, try_cast(nullif(time_hour, 'NA') AS TIMESTAMPTZ) AS scheduled_hour_at,
      try_cast(nullif(sched_dep_time, 'NA') AS INTEGER) AS scheduled_departure_clock, try_cast(nullif(dep_time, 'NA') AS INTEGER) AS departure_clock,
      try_cast(nullif(sched_arr_time, 'NA') AS INTEGER) AS scheduled_arrival_clock, try_cast(nullif(arr_time, 'NA') AS INTEGER) AS arrival_clock,
      try_cast(nullif(dep_delay, 'NA') AS INTEGER) AS departure_delay_minutes, try_cast(nullif(arr_delay, 'NA') AS INTEGER) AS arrival_delay_minutes,
      try_cast(nullif(air_time, 'NA') AS INTEGER) AS air_time_minutes, try_cast(nullif(distance, 'NA') AS INTEGER) AS distance_miles, _source_file
    FROM '{lake}/bronze_flights.parquet'),
  placed AS (
    SELECT typed.*, departure_clock IS NULL AS is_cancelled, departure_clock IS NOT NULL AND arrival_delay_minutes IS NULL AS is_diverted,
      a.time_zone AS origin_zone, b.time_zone AS destination_zone, minutes(scheduled_departure_clock) AS scheduled,
      minutes(departure_clock) + 1440 * CAST(round((minutes(scheduled_departure_clock) + coalesce(departure_delay_minutes, 0) - minutes(departure_clock)) / 1440) AS INTEGER) AS departed
    FROM typed LEFT JOIN zones a ON a.faa = origin LEFT JOIN zones b ON b.faa = destination)
  SELECT * EXCLUDE (origin_zone, destination_zone, scheduled, departed, _source_file),
    instant(flight_date, scheduled, origin_zone) AS scheduled_departure_at, instant(flight_date, departed, origin_zone) AS departure_at,
    instant(flight_date, first_after(scheduled, minutes(scheduled_arrival_clock)), destination_zone) AS scheduled_arrival_at,
    instant(flight_date, first_after(departed, minutes(arrival_clock)), destination_zone) AS arrival_at
  FROM placed
  QUALIFY row_number() OVER (PARTITION BY flight_date, carrier, flight, origin ORDER BY _source_file DESC, scheduled_departure_clock DESC) = 1)
TO '{lake}/silver_flights.parquet' (FORMAT parquet);

-- Gold: dimensions, each with the unknown member.
CREATE MACRO surrogate(text) AS CAST(concat('0x', md5(text)[1:15]) AS BIGINT);
COPY (SELECT surrogate('=' || carrier) AS carrier_key, * FROM '{lake}/silver_airlines.parquet' UNION ALL BY NAME SELECT -1 AS carrier_key)
TO '{lake}/gold_dim_carrier.parquet' (FORMAT parquet);
COPY (SELECT surrogate('=' || faa) AS airport_key, * FROM '{lake}/silver_airports.parquet' UNION ALL BY NAME SELECT -1 AS airport_key)
TO '{lake}/gold_dim_airport.parquet' (FORMAT parquet);
COPY (SELECT surrogate('=' || tail_number || '|=' || valid_from) AS plane_key, * FROM '{lake}/silver_planes.parquet' UNION ALL BY NAME SELECT -1 AS plane_key)
TO '{lake}/gold_dim_plane.parquet' (FORMAT parquet);
COPY (
  WITH years AS (SELECT year(min(flight_date)) AS first, year(max(flight_date)) AS last FROM '{lake}/silver_flights.parquet'),
  days AS (SELECT CAST(unnest(generate_series(make_date(first, 1, 1), make_date(last, 12, 31), INTERVAL 1 DAY)) AS DATE) AS date FROM years)
  SELECT year(date) * 10000 + month(date) * 100 + day(date) AS date_key, date, year(date) AS year, quarter(date) AS quarter, month(date) AS month,
    monthname(date) AS month_name, day(date) AS day_of_month, dayofyear(date) AS day_of_year, isoyear(date) AS iso_year, week(date) AS iso_week,
    isodow(date) AS iso_day_of_week, dayname(date) AS day_name, isodow(date) > 5 AS is_weekend, CAST(date_trunc('month', date) AS DATE) AS first_of_month,
    last_day(date) AS last_of_month
  FROM days UNION ALL BY NAME SELECT -1 AS date_key)
TO '{lake}/gold_dim_date.parquet' (FORMAT parquet);

-- Gold: facts, then marts over them.
COPY (
  SELECT coalesce(year(flight_date) * 10000 + month(flight_date) * 100 + day(flight_date), -1) AS date_key, coalesce(c.carrier_key, -1) AS carrier_key,
    coalesce(o.airport_key, -1) AS origin_airport_key, coalesce(d.airport_key, -1) AS destination_airport_key, coalesce(p.plane_key, -1) AS plane_key,
    f.flight_date, f.carrier, f.flight, f.tail_number, f.origin, f.destination, f.scheduled_departure_at, f.departure_at, f.scheduled_arrival_at, f.arrival_at,
    f.departure_delay_minutes, f.arrival_delay_minutes, f.air_time_minutes, f.distance_miles, f.is_cancelled, f.is_diverted
  FROM '{lake}/silver_flights.parquet' f
    LEFT JOIN '{lake}/gold_dim_carrier.parquet' c ON c.carrier = f.carrier
    LEFT JOIN '{lake}/gold_dim_airport.parquet' o ON o.faa = f.origin
    LEFT JOIN '{lake}/gold_dim_airport.parquet' d ON d.faa = f.destination
    LEFT JOIN '{lake}/gold_dim_plane.parquet' p
      ON p.tail_number = f.tail_number AND f.flight_date >= p.valid_from AND f.flight_date < coalesce(p.valid_to, DATE '9999-12-31'))
TO '{lake}/gold_fact_flight.parquet' (FORMAT parquet);
COPY (
  SELECT carrier, carrier_key, flight_date, count(*) AS flights, count(*) FILTER (is_cancelled) AS cancelled_flights, count(*) FILTER (is_diverted) AS diverted_flights,
    count(departure_delay_minutes) AS departures, count(arrival_delay_minutes) AS arrivals, CAST(sum(departure_delay_minutes) AS BIGINT) AS total_departure_delay_minutes,
    avg(departure_delay_minutes) AS mean_departure_delay_minutes, avg(arrival_delay_minutes) AS mean_arrival_delay_minutes,
    count(*) FILTER (arrival_delay_minutes < 15) AS arrivals_on_time, arrivals_on_time / nullif(arrivals, 0) AS on_time_arrival_rate,
    cancelled_flights / flights AS cancellation_rate
  FROM '{lake}/gold_fact_flight.parquet' GROUP BY ALL)
TO '{lake}/gold_carrier_day.parquet' (FORMAT parquet);
COPY (
  SELECT origin, destination, CAST(date_trunc('month', flight_date) AS DATE) AS flight_month, count(*) AS flights, count(*) FILTER (is_cancelled) AS cancelled_flights,
    count(*) FILTER (is_diverted) AS diverted_flights, count(departure_delay_minutes) AS departures, count(arrival_delay_minutes) AS arrivals,
    CAST(sum(departure_delay_minutes) AS BIGINT) AS total_departure_delay_minutes, avg(departure_delay_minutes) AS mean_departure_delay_minutes,
    avg(arrival_delay_minutes) AS mean_arrival_delay_minutes, count(*) FILTER (arrival_delay_minutes < 15) AS arrivals_on_time,
    arrivals_on_time / nullif(arrivals, 0) AS on_time_arrival_rate, cancelled_flights / flights AS cancellation_rate, avg(air_time_minutes) AS mean_air_time_minutes
  FROM '{lake}/gold_fact_flight.parquet' GROUP BY ALL)
TO '{lake}/gold_route_month.parquet' (FORMAT parquet);
COPY (
  SELECT f.origin, CAST(date_trunc('month', flight_date) AS DATE) AS flight_month,
    CASE WHEN observed_at IS NULL THEN 'no observation' WHEN visibility_miles < 3 THEN 'low visibility' WHEN precipitation_inches > 0 THEN 'precipitation'
         WHEN wind_speed_mph >= 20 THEN 'strong wind' ELSE 'fair' END AS weather,
    count(*) AS flights, count(*) FILTER (is_cancelled) AS cancelled_flights, count(*) FILTER (is_diverted) AS diverted_flights,
    count(departure_delay_minutes) AS departures, count(arrival_delay_minutes) AS arrivals, CAST(sum(departure_delay_minutes) AS BIGINT) AS total_departure_delay_minutes,
    avg(departure_delay_minutes) AS mean_departure_delay_minutes, avg(arrival_delay_minutes) AS mean_arrival_delay_minutes,
    count(*) FILTER (arrival_delay_minutes < 15) AS arrivals_on_time, arrivals_on_time / nullif(arrivals, 0) AS on_time_arrival_rate,
    cancelled_flights / flights AS cancellation_rate
  FROM '{lake}/gold_fact_flight.parquet' f
    LEFT JOIN '{lake}/silver_weather.parquet' w ON w.origin = f.origin AND w.observed_at = date_trunc('hour', f.scheduled_departure_at)
  GROUP BY ALL)
TO '{lake}/gold_weather_delay.parquet' (FORMAT parquet);

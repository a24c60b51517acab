-- Work is never lost and never doubled: a lease nobody renewed or took over, more tries than there are, two living jobs of one key.
create view inv_20_jobs as
  select j.id, j.kind, j.state, j.attempts, j.lease_until, j.unique_key from jobs j
  where (j.state = 'running' and (j.lease_until is null or j.lease_until < now() - interval '60 seconds'))
     or j.attempts > 8
     or (j.state <> 'running' and j.lease_until is not null)
     or (j.unique_key is not null and j.state in ('queued', 'running') and exists (
           select 1 from jobs o where o.unique_key = j.unique_key and o.id <> j.id and o.state in ('queued', 'running')));

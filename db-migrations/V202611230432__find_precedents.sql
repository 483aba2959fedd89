-- The claim editor shows how we rated claims that share a topic.

create index claim_by_topic on claim using gin (topics);

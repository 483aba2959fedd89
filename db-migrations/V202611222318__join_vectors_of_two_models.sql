-- A text's vector by the model that finds, with that of the model that judges behind it.
alter table claim_vector drop constraint claim_vector_length;
alter table claim_vector add constraint claim_vector_length check (length(vector) in (384, 768));

/** The product's sign: a pointer on petrol. Decoration beside its name. */
export function ProductMark() {
  return (
    <svg class="admin-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <rect class="admin-mark-ground" width="24" height="24" rx="6" />
      <path class="admin-mark-pointer" d="M6 6.500 16.400 10.200 12 12 10.200 16.400z" />
      <circle class="admin-mark-pointer" cx="16.600" cy="16.600" r="1.800" />
    </svg>
  );
}

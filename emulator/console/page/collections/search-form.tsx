import { useState } from 'react';

export type Searched = { readonly search: string; readonly sort: string };

export function SearchForm({ onSearch }: { readonly onSearch: (searched: Searched) => void }) {
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState('');
  return (
    <form
      className="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch({ search, sort });
      }}
    >
      <label className="grow">
        查找
        <input
          type="search"
          className="code"
          value={search}
          placeholder="_id、文字，或条件 { state: 'open', seats: { $gt: 3 } }"
          onChange={(event) => setSearch(event.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <label>
        排序
        <input
          className="code sort"
          value={sort}
          placeholder="{ at: -1 }"
          onChange={(event) => setSort(event.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <button type="submit">查找</button>
    </form>
  );
}

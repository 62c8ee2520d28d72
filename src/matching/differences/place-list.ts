/*
 * Places people confuse or swap, from general knowledge. A line is "whole: parts"; bars separate a place from its other
 * names. Names that are mostly ordinary words or persons ("Nice", "Reading", "Jordan") are left out on purpose.
 */
export const placeLines = `
United States|usa|us|u.s|america: Alabama; Alaska; Arizona; Arkansas; California|calif; Colorado; Connecticut; Delaware; Florida; Hawaii; Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine; Maryland; Massachusetts; Michigan; Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada; New Hampshire; New Jersey; New Mexico; New York; North Carolina; North Dakota; Ohio; Oklahoma; Oregon; Pennsylvania; Rhode Island; South Carolina; South Dakota; Tennessee; Texas; Utah; Vermont; Virginia; Washington State; West Virginia; Wisconsin; Wyoming; Washington DC|washington|dc|district of columbia; Puerto Rico; Guam
Pennsylvania: Philadelphia|philly; Pittsburgh; Harrisburg; Scranton; Allentown
New York: New York City|nyc; Brooklyn; Manhattan; Queens; Bronx; Buffalo; Albany; Rochester; Syracuse
California: Los Angeles|la; San Francisco|sf; San Diego; Sacramento; San Jose; Oakland; Fresno; Hollywood; San Bernardino; Berkeley
Illinois: Chicago; Springfield; Evanston
Texas: Houston; Dallas; Austin; San Antonio; El Paso; Fort Worth; Uvalde
Florida: Miami; Orlando; Tampa; Jacksonville; Tallahassee; Fort Lauderdale; Parkland
Georgia: Atlanta; Savannah
Massachusetts: Boston; Cambridge; Salem
Maryland: Baltimore; Annapolis
Michigan: Detroit; Flint; Dearborn; Lansing
Ohio: Cleveland; Columbus; Cincinnati; Toledo; Akron; Dayton
Missouri: St Louis|st. louis|saint louis; Kansas City; Ferguson
Tennessee: Nashville; Memphis; Knoxville; Chattanooga
Louisiana: New Orleans; Baton Rouge
Minnesota: Minneapolis; St Paul|st. paul; Duluth
Wisconsin: Milwaukee; Madison; Kenosha
Washington State: Seattle; Spokane; Tacoma
Oregon: Portland; Eugene
Colorado: Denver; Boulder; Aurora
Arizona: Phoenix; Tucson; Tempe; Mesa
Nevada: Las Vegas|vegas; Reno
Utah: Salt Lake City
Oklahoma: Oklahoma City; Tulsa
Indiana: Indianapolis; Gary
Kentucky: Louisville; Lexington
North Carolina: Charlotte; Raleigh; Durham; Greensboro
South Carolina: Charleston
Virginia: Richmond; Norfolk; Charlottesville
New Jersey: Newark; Trenton; Camden; Atlantic City
Connecticut: Hartford; New Haven; Newtown
Hawaii: Honolulu
Alaska: Anchorage
Alabama: Birmingham; Montgomery; Mobile
Nebraska: Omaha
New Mexico: Albuquerque; Santa Fe
Canada: Toronto; Montreal; Vancouver; Ottawa; Calgary; Edmonton; Quebec; Ontario; Alberta; British Columbia; Manitoba; Nova Scotia
Mexico: Mexico City; Tijuana; Guadalajara; Monterrey; Cancun
United Kingdom|uk|u.k|britain|great britain: England; Scotland; Wales; Northern Ireland
England: London; Manchester; Liverpool; Leeds; Bristol; Sheffield; Newcastle; Oxford; Nottingham
Scotland: Edinburgh; Glasgow
Ireland: Dublin; Cork
France: Paris; Marseille; Lyon; Toulouse; Bordeaux
Germany: Berlin; Munich; Hamburg; Frankfurt; Cologne; Dresden; Stuttgart
Spain: Madrid; Barcelona; Seville; Valencia
Italy: Rome; Milan; Naples; Turin; Venice; Florence; Sicily
Portugal: Lisbon; Porto
Netherlands|holland: Amsterdam; Rotterdam; The Hague
Belgium: Brussels; Antwerp
Switzerland: Zurich; Geneva; Bern
Austria: Vienna; Salzburg
Sweden: Stockholm; Gothenburg; Malmo
Norway: Oslo; Bergen
Denmark: Copenhagen
Finland: Helsinki
Iceland: Reykjavik
Poland: Warsaw; Krakow
Czech Republic|czechia: Prague
Hungary: Budapest
Greece: Athens
Romania: Bucharest
Bulgaria: Sofia
Serbia: Belgrade
Croatia: Zagreb
Ukraine: Kyiv|kiev; Kharkiv; Odesa|odessa; Mariupol; Crimea
Russia: Moscow; St Petersburg|saint petersburg; Siberia; Chechnya
Belarus: Minsk
Turkey|turkiye: Istanbul; Ankara
Israel: Jerusalem; Tel Aviv; Haifa
Palestine: Gaza; West Bank
Syria: Damascus; Aleppo
Iraq: Baghdad; Mosul; Fallujah
Iran: Tehran
Lebanon: Beirut
Saudi Arabia: Riyadh; Mecca; Jeddah
Yemen: Sanaa
United Arab Emirates|uae: Dubai; Abu Dhabi
Qatar: Doha
Kuwait
Afghanistan: Kabul; Kandahar
Pakistan: Karachi; Lahore; Islamabad; Peshawar; Balochistan; Punjab Pakistan
India: Delhi|new delhi; Mumbai|bombay; Kolkata|calcutta; Chennai|madras; Bangalore|bengaluru; Hyderabad; Pune; Ahmedabad; Lucknow; Varanasi; Jaipur; Kerala; Gujarat; Bihar; Maharashtra; Tamil Nadu; Karnataka; Rajasthan; Uttar Pradesh|up; Madhya Pradesh; West Bengal; Punjab; Assam; Odisha; Kashmir; Manipur; Telangana; Andhra Pradesh; Haryana; Goa; Jharkhand
Nepal: Kathmandu
Bangladesh: Dhaka
Sri Lanka: Colombo
Myanmar|burma
China: Beijing; Shanghai; Hong Kong; Wuhan; Shenzhen; Guangzhou; Tibet; Xinjiang
Taiwan: Taipei
Japan: Tokyo; Osaka; Kyoto; Hiroshima; Nagasaki; Fukushima
South Korea: Seoul; Busan
North Korea: Pyongyang
Mongolia
Thailand: Bangkok; Phuket
Vietnam: Hanoi; Saigon|ho chi minh city
Cambodia; Laos
Indonesia: Jakarta; Bali
Malaysia: Kuala Lumpur
Singapore
Philippines: Manila
Australia: Sydney; Melbourne; Brisbane; Perth; Canberra; Adelaide; Queensland; Tasmania
New Zealand: Auckland; Wellington; Christchurch
Egypt: Cairo; Alexandria
Libya: Tripoli; Benghazi
Tunisia; Algeria; Morocco; Sudan; Ethiopia; Somalia; Kenya: Nairobi; Mombasa
Uganda; Tanzania; Rwanda; Congo; Angola; Zambia; Zimbabwe; Mozambique; Namibia; Botswana
South Africa: Johannesburg; Cape Town; Durban
Nigeria: Lagos; Abuja
Ghana: Accra
Senegal; Mali; Niger; Cameroon; Liberia; Sierra Leone; Ivory Coast; Madagascar
Brazil: Rio de Janeiro|rio; Sao Paulo; Brasilia
Argentina: Buenos Aires
Chile: Santiago
Peru: Lima
Colombia: Bogota; Medellin
Venezuela: Caracas
Ecuador: Quito
Bolivia: La Paz
Paraguay; Uruguay; Guyana; Suriname
Cuba: Havana
Haiti; Jamaica; Dominican Republic; Bahamas; Guatemala; Honduras; El Salvador; Nicaragua; Costa Rica; Panama
Europe; Asia; Africa; South America; Antarctica; Scandinavia; Middle East
Slovakia; Slovenia; Bosnia; Kosovo; Albania; Macedonia; Moldova; Lithuania; Latvia; Estonia; Luxembourg; Malta; Cyprus; Monaco; Armenia; Azerbaijan; Kazakhstan; Uzbekistan; Greenland; Bhutan; Maldives; Fiji; Oman; Bahrain
`;

export const demonymLines = `
United States: american
Mexico: mexican
Canada: canadian
United Kingdom: british briton
England: english
Scotland: scottish
Ireland: irish
France: french
Germany: german
Spain: spanish
Italy: italian
Portugal: portuguese
Netherlands: dutch
Belgium: belgian
Switzerland: swiss
Austria: austrian
Sweden: swedish swede
Norway: norwegian
Denmark: danish dane
Finland: finnish
Poland: polish
Greece: greek
Hungary: hungarian
Romania: romanian
Ukraine: ukrainian
Russia: russian
Turkey: turkish turk
Israel: israeli
Palestine: palestinian
Syria: syrian
Iraq: iraqi
Iran: iranian
Lebanon: lebanese
Saudi Arabia: saudi
Yemen: yemeni
Afghanistan: afghan
Pakistan: pakistani
India: indian
Nepal: nepali
Bangladesh: bangladeshi
China: chinese
Taiwan: taiwanese
Japan: japanese
South Korea: korean
North Korea: korean
Thailand: thai
Vietnam: vietnamese
Indonesia: indonesian
Philippines: filipino philippine
Australia: australian
New Zealand: kiwi
Egypt: egyptian
Libya: libyan
Morocco: moroccan
Somalia: somali
Ethiopia: ethiopian
Kenya: kenyan
Nigeria: nigerian
South Africa: african
Brazil: brazilian
Argentina: argentine argentinian
Chile: chilean
Peru: peruvian
Colombia: colombian
Venezuela: venezuelan
Cuba: cuban
Haiti: haitian
California: californian
Texas: texan
Florida: floridian
Europe: european
Africa: african
Asia: asian
`;
